-- This year's growth targets, by city
select
  region,
  year,
  max(iif(indicator_code = 'gdp', comparator || ' ' || value || ' %', null)) as "GDP",
  max(iif(indicator_code = 'industrial_va', comparator || ' ' || value || ' %', null)) as "industry",
  max(iif(indicator_code = 'fai', comparator || ' ' || value || ' %', null)) as "investment",
  max(iif(indicator_code = 'retail', comparator || ' ' || value || ' %', null)) as "retail",
  max(iif(indicator_code = 'revenue', comparator || ' ' || value || ' %', null)) as "revenue"
from growth_targets
where year = (select max(year) from growth_targets) and report_type = 'work_report'
group by region_code, region, year
order by region_code;
