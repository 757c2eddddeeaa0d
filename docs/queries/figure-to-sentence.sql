-- One figure, traced back to its sentence
select
  region || ' ' || report_year as report,
  indicator || ' ' || value_text || ' ' || unit as figure,
  sentence,
  sentence_start + quote_start as "at character",
  document_uri as document
from observations
where indicator_code = 'gdp' and measure = 'level' and status <> 'target' and area = region
order by report_year desc, region_code, document_uri, sentence_start
limit 1;
