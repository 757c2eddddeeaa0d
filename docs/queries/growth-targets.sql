-- This year's growth targets, by city
select
  region,
  year,
  max(iif(indicator_code = 'gdp', figure, null)) as "GDP",
  max(iif(indicator_code = 'industrial_va', figure, null)) as "industry",
  max(iif(indicator_code = 'fai', figure, null)) as "investment",
  max(iif(indicator_code = 'retail', figure, null)) as "retail",
  max(iif(indicator_code = 'revenue', figure, null)) as "revenue"
from (
  select *, iif(comparator = '=', '', comparator || ' ') || value || ' %' as figure
  from growth_targets
  where report_type = 'work_report'
)
where year = (select max(year) from growth_targets)
group by region_code, region, year
order by region_code;
