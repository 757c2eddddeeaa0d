-- What work reports speak of when they look ahead: words of each list for 10,000 characters
select
  region,
  report_year as year,
  max(iif(list = 'environment', per_10000, null)) as environment,
  max(iif(list = 'innovation', per_10000, null)) as innovation,
  max(iif(list = 'livelihood', per_10000, null)) as livelihood,
  max(iif(list = 'opening', per_10000, null)) as opening,
  max(iif(list = 'business', per_10000, null)) as business,
  max(iif(list = 'debt', per_10000, null)) as debt
from attention
where mood = 'plan' and report_type = 'work_report'
group by region_code, region, report_year, document_uri
order by region_code, year;
