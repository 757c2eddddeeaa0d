-- Growth of GDP: planned in one year's report, reached by the next one's
select
  region,
  year,
  iif(comparator = '=', '', comparator || ' ') || target || ' %' as planned,
  actual || ' %' as reached,
  gap,
  case met when 1 then 'met' when 0 then 'missed' else '' end as result
from target_vs_actual
where measure = 'growth' and indicator_code = 'gdp'
group by region_code, region, year
order by region_code, year;
