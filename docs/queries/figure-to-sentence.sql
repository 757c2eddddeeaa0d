-- One figure, traced back to its sentence
with one as (
  select *
  from observations
  where indicator_code = 'gdp' and measure = 'growth' and status = 'target' and origin = 'prose' and area = region
  order by report_year desc, length(sentence), document_uri
  limit 1
)
select 'figure' as "what", indicator || ' ' || comparator || ' ' || value_text || unit as "it is" from one
union all select 'of', area || ', ' || period || ', ' || status from one
union all select 'quote', quote || ', at character ' || (sentence_start + quote_start) || ' of the page' from one
union all select 'sentence', sentence from one
union all select 'section', section from one
union all select 'document', document_uri from one
union all select 'trace', observation_id from one;
