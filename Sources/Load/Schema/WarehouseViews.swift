import GRDB

/// The views for people. Their first columns are fixed; further ones may follow.
enum WarehouseViews {
  static let all = [
    observations, documents, sections, pages, sentences, growthTargets, panel, targets, conflicts, terms, attention,
  ]

  /// Makes all of them anew, as they are in this version.
  static func renew(in database: Database) throws {
    for view in all {
      guard let name = view.split(separator: " ", maxSplits: 3).dropFirst(2).first else { continue }
      try database.execute(sql: "DROP VIEW IF EXISTS \(name)")
    }
    for view in all { try database.execute(sql: view) }
  }

  private static let observations = """
    CREATE VIEW observations AS
    SELECT o.observation_id, d.uri AS document_uri, d.state AS document_state, d.title, d.report_type, d.report_year,
      d.review_year, d.region, d.region_code, t.path AS section, s.text AS sentence, s.start AS sentence_start,
      o.quote, o.quote_start, o.indicator, o.indicator_code, o.action, o.measure, o.comparator, o.status, o.period,
      o.rank_scope, o.rank_of, o.value, o.value_high, o.value_text, o.unit, o.base_value, o.base_unit, o.period_start,
      o.period_end, o.area, o.area_code, o.origin, o.rule, o.confidence,
      o.ordinal, o.table_caption, o.row_path, o.column_path
    FROM observation o
    JOIN document d ON d.id = o.document_id
    JOIN sentence s ON s.id = o.sentence_id
    LEFT JOIN section t ON t.document_id = s.document_id AND t.ordinal = s.section_ordinal
    """

  private static let documents = """
    CREATE VIEW documents AS
    SELECT uri AS document_uri, title, report_type, report_year, review_year, region, region_code, region_level,
      province, prefecture, meeting, delivered_on, published_on, speaker, issuing_body, source, site, state, reason,
      office, region_is_hint, stated_length, is_cut_off, has_replacements
    FROM document
    """

  private static let sections = """
    CREATE VIEW sections AS
    SELECT d.uri AS document_uri, s.ordinal, s.level, s.number, s.title, s.path
    FROM section s JOIN document d ON d.id = s.document_id
    """

  private static let pages = """
    CREATE VIEW pages AS
    SELECT uri AS document_uri, page_title AS title, page_published_on AS published_on, page_source AS source,
      page_site AS site, body, body_confidence
    FROM document WHERE body IS NOT NULL
    """

  private static let sentences = """
    CREATE VIEW sentences AS
    SELECT s.id AS sentence_id, d.uri AS document_uri, t.path AS section, s.text AS sentence,
      s.start AS sentence_start, s.origin, s.ordinal, s.mood
    FROM sentence s
    JOIN document d ON d.id = s.document_id
    LEFT JOIN section t ON t.document_id = s.document_id AND t.ordinal = s.section_ordinal
    """

  /// The words of `extract.terms`, section by section. Table rows are no part of a section's length.
  private static let terms = """
    CREATE VIEW terms AS
    SELECT d.uri AS document_uri, d.region, d.region_code, d.report_type, d.report_year, t.path AS section, c.mood,
      c.list, c.term, c.count, a.characters, round(c.count * 10000.0 / a.characters, 2) AS per_10000
    FROM term_count c
    JOIN document d ON d.id = c.document_id
    LEFT JOIN section t ON t.document_id = c.document_id AND t.ordinal = c.section_ordinal
    JOIN (
      SELECT document_id, section_ordinal, mood, sum(length(text)) AS characters
      FROM sentence WHERE origin = 'prose' GROUP BY document_id, section_ordinal, mood
    ) a ON a.document_id = c.document_id AND a.section_ordinal IS c.section_ordinal AND a.mood IS c.mood
    """

  /// The same by list: how much of its words a report gives to a subject, looking back and looking ahead. A list of
  /// which no word stands there has a row with 0.
  private static let attention = """
    CREATE VIEW attention AS
    SELECT d.uri AS document_uri, d.region, d.region_code, d.report_type, d.report_year, a.mood, l.list,
      coalesce(c.count, 0) AS count, a.characters, round(coalesce(c.count, 0) * 10000.0 / a.characters, 2) AS per_10000
    FROM (
      SELECT document_id, mood, sum(length(text)) AS characters
      FROM sentence WHERE origin = 'prose' GROUP BY document_id, mood
    ) a
    JOIN document d ON d.id = a.document_id
    CROSS JOIN (SELECT DISTINCT list FROM term_count) l
    LEFT JOIN (
      SELECT document_id, mood, list, sum(count) AS count FROM term_count GROUP BY document_id, mood, list
    ) c ON c.document_id = a.document_id AND c.mood IS a.mood AND c.list = l.list
    """

  /// Growth that a region plans for the year of the report.
  private static let growthTargets = """
    CREATE VIEW growth_targets AS
    SELECT region, region_code, report_year AS year, indicator_code, indicator, comparator, value, value_high, unit,
      quote, sentence, report_type, document_uri, observation_id
    FROM observations
    WHERE status = 'target' AND measure = 'growth' AND indicator_code IS NOT NULL
      AND area IS region AND period = CAST(report_year AS TEXT)
    """

  /// One figure for each region, year, indicator and measure: the bulletin's before a report's, what is done before
  /// what is estimated, prose before tables, the surer before the less sure.
  private static let panel = """
    CREATE VIEW headline_panel AS
    SELECT region, region_code, year, indicator_code, measure, value, unit, base_value, base_unit, comparator, status,
      report_type, document_uri, observation_id, figures
    FROM (
      SELECT region, region_code, CAST(period AS INTEGER) AS year, indicator_code, measure, value, unit, base_value,
        base_unit, comparator, status, report_type, document_uri, observation_id,
        count(*) OVER same AS figures,
        row_number() OVER (same ORDER BY report_type = 'statistical_bulletin' DESC, status = 'actual' DESC,
          origin = 'prose' DESC, confidence DESC, document_uri, ordinal) AS place
      FROM observations
      WHERE status <> 'target' AND indicator_code IS NOT NULL AND area IS region AND length(period) = 4
        AND region IS NOT NULL
      WINDOW same AS (PARTITION BY region_code, region, period, indicator_code, measure)
    )
    WHERE place = 1
    """

  /// What a region planned for a year beside what it says it reached. `met` is null where the target is "about" a
  /// figure; `gap` is reached less planned, in the unit of the target, to six places: what floating point leaves behind
  /// them is nobody's figure.
  private static let targets = """
    CREATE VIEW target_vs_actual AS
    SELECT t.region, t.region_code, t.report_year AS year, t.indicator_code, t.measure, t.comparator,
      t.value AS target, t.value_high AS target_high, t.unit AS target_unit, a.value AS actual, a.unit AS actual_unit,
      a.status AS actual_status,
      round(CASE
        WHEN a.unit IS t.unit THEN a.value - t.value
        ELSE (a.base_value - t.base_value) * t.value / nullif(t.base_value, 0)
      END, 6) AS gap,
      CASE
        WHEN t.comparator = '~' THEN NULL
        WHEN t.comparator = '<=' THEN
          (CASE WHEN t.measure = 'level' THEN a.base_value <= t.base_value ELSE a.value <= t.value END)
        ELSE (CASE WHEN t.measure = 'level' THEN a.base_value >= t.base_value ELSE a.value >= t.value END)
      END AS met,
      t.sentence AS target_sentence, t.document_uri AS target_document_uri, t.observation_id AS target_observation_id,
      a.document_uri AS actual_document_uri, a.observation_id AS actual_observation_id
    FROM observations t
    JOIN headline_panel a ON a.region IS t.region AND a.region_code IS t.region_code AND a.year = t.report_year
      AND a.indicator_code = t.indicator_code AND a.measure = t.measure AND a.base_unit IS t.base_unit
    WHERE t.status = 'target' AND t.indicator_code IS NOT NULL AND t.area IS t.region
      AND t.period = CAST(t.report_year AS TEXT)
    """

  /// Two documents of one region that give one indicator of one period different values, rounding aside: levels more
  /// than 1 % apart, rates more than 0.1 points.
  private static let conflicts = """
    CREATE VIEW conflicts AS
    WITH stated AS MATERIALIZED (
      SELECT region, region_code, period, indicator_code, measure, value, unit, base_value, base_unit, quote,
        document_uri, observation_id,
        CASE WHEN measure = 'level' THEN base_value ELSE value END AS comparable
      FROM observations
      WHERE status <> 'target' AND comparator = '=' AND indicator_code IS NOT NULL AND period IS NOT NULL
        AND measure IN ('level', 'growth', 'share') AND area IS region AND region IS NOT NULL
    )
    SELECT a.region, a.region_code, a.period, a.indicator_code, a.measure, a.value AS value_a, a.unit AS unit_a,
      b.value AS value_b, b.unit AS unit_b, round(b.comparable - a.comparable, 6) AS difference,
      a.document_uri AS document_uri_a, b.document_uri AS document_uri_b,
      a.observation_id AS observation_id_a, b.observation_id AS observation_id_b
    FROM stated a
    JOIN stated b ON b.region IS a.region AND b.region_code IS a.region_code AND b.period = a.period
      AND b.indicator_code = a.indicator_code AND b.measure = a.measure AND b.base_unit IS a.base_unit
      AND a.document_uri < b.document_uri
    WHERE abs(b.comparable - a.comparable) >
      CASE WHEN a.measure = 'level' THEN 0.01 * max(abs(a.comparable), abs(b.comparable)) ELSE 0.1000001 END
    """
}
