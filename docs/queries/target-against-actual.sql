-- What was planned for GDP and revenue, and what came of it
select distinct
  region,
  year,
  indicator_code as indicator,
  comparator || ' ' || target || ' ' || target_unit as planned,
  actual || ' ' || actual_unit as reached,
  round(gap, 1) as gap,
  case met when 1 then 'yes' when 0 then 'no' else '' end as met
from target_vs_actual
where measure = 'growth' and indicator_code in ('gdp', 'revenue')
order by region_code, year, indicator_code;
