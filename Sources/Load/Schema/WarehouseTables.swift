/// The tables, as the migrations make them. docs/WAREHOUSE.md says of every column what it holds.
///
/// No vocabulary is checked where rows are many: an `IN` list of four costs as much as the rest of an insertion (the
/// bulk load took 1.8 times as long), and the words come from enumerations.
///
/// Indices are few, since each costs at every load: the owner of each table, the ids that people and other tables
/// look up, and the coded observations that the panel views read.
enum WarehouseTables {
  static let version1 = """
    CREATE TABLE warehouse_info (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      complete INTEGER NOT NULL CHECK (complete IN (0, 1)),
      as_of TEXT,
      generation INTEGER NOT NULL,
      lexicon_digest TEXT NOT NULL
    ) STRICT;
    INSERT INTO warehouse_info (id, complete, generation, lexicon_digest) VALUES (1, 1, 0, '');

    CREATE TABLE document (
      id INTEGER PRIMARY KEY,
      uri TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL CHECK (state IN ('current', 'stale', 'quarantined', 'not_a_report')),
      reason TEXT,
      title TEXT,
      report_type TEXT CHECK (
        report_type IN ('work_report', 'plan_report', 'budget_report', 'statistical_bulletin', 'other')),
      report_year INTEGER,
      review_year INTEGER,
      region TEXT,
      region_code TEXT,
      region_level TEXT,
      province TEXT,
      prefecture TEXT,
      region_is_hint INTEGER,
      meeting TEXT,
      delivered_on TEXT,
      published_on TEXT,
      speaker TEXT,
      office TEXT,
      issuing_body TEXT,
      source TEXT,
      site TEXT,
      page_title TEXT,
      page_published_on TEXT,
      page_source TEXT,
      page_site TEXT,
      has_replacements INTEGER,
      is_cut_off INTEGER,
      stated_length INTEGER,
      body TEXT
    ) STRICT;
    CREATE INDEX document_on_region ON document (region_code, report_year);

    CREATE TABLE section (
      id INTEGER PRIMARY KEY,
      document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      level INTEGER NOT NULL,
      number TEXT,
      title TEXT NOT NULL,
      path TEXT NOT NULL,
      parent_ordinal INTEGER,
      UNIQUE (document_id, ordinal)
    ) STRICT;

    CREATE TABLE sentence (
      id INTEGER PRIMARY KEY,
      document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      section_ordinal INTEGER,
      start INTEGER,
      origin TEXT NOT NULL,
      text TEXT NOT NULL,
      FOREIGN KEY (document_id, section_ordinal) REFERENCES section (document_id, ordinal)
    ) STRICT;
    CREATE INDEX sentence_on_document ON sentence (document_id);

    CREATE VIRTUAL TABLE sentence_search USING fts5 (text, content = '', tokenize = 'unicode61');

    CREATE TABLE observation (
      id INTEGER PRIMARY KEY,
      document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
      observation_id TEXT NOT NULL UNIQUE,
      ordinal INTEGER NOT NULL,
      sentence_id INTEGER NOT NULL REFERENCES sentence (id) ON DELETE CASCADE,
      quote_start INTEGER NOT NULL,
      quote TEXT NOT NULL,
      indicator TEXT NOT NULL,
      indicator_code TEXT,
      action TEXT,
      measure TEXT NOT NULL,
      comparator TEXT NOT NULL,
      status TEXT NOT NULL,
      period TEXT,
      period_start TEXT,
      period_end TEXT,
      rank_scope TEXT,
      rank_of TEXT,
      value REAL,
      value_high REAL,
      value_text TEXT NOT NULL,
      unit TEXT,
      base_value REAL,
      base_unit TEXT,
      area TEXT,
      area_code TEXT,
      origin TEXT NOT NULL,
      rule TEXT NOT NULL,
      confidence REAL NOT NULL,
      table_caption TEXT,
      row_path TEXT,
      column_path TEXT
    ) STRICT;
    CREATE INDEX observation_on_document ON observation (document_id);
    CREATE INDEX observation_on_sentence ON observation (sentence_id);
    CREATE INDEX observation_on_code ON observation (indicator_code, measure, period)
      WHERE indicator_code IS NOT NULL;

    CREATE TABLE finding (
      id INTEGER PRIMARY KEY,
      document_id INTEGER REFERENCES document (id) ON DELETE CASCADE,
      group_key TEXT,
      ordinal INTEGER NOT NULL,
      rule TEXT NOT NULL,
      severity TEXT NOT NULL CHECK (severity IN ('info', 'warning', 'error')),
      message TEXT NOT NULL,
      observation_id TEXT REFERENCES observation (observation_id) ON DELETE CASCADE,
      concerns_uri TEXT,
      CHECK ((document_id IS NULL) <> (group_key IS NULL))
    ) STRICT;
    CREATE INDEX finding_on_document ON finding (document_id) WHERE document_id IS NOT NULL;
    CREATE INDEX finding_on_group ON finding (group_key) WHERE group_key IS NOT NULL;
    CREATE INDEX finding_on_observation ON finding (observation_id) WHERE observation_id IS NOT NULL;

    CREATE TABLE term_count (
      id INTEGER PRIMARY KEY,
      document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      list TEXT NOT NULL,
      term TEXT NOT NULL,
      section_ordinal INTEGER,
      count INTEGER NOT NULL,
      FOREIGN KEY (document_id, section_ordinal) REFERENCES section (document_id, ordinal)
    ) STRICT;
    CREATE INDEX term_count_on_document ON term_count (document_id);

    CREATE TABLE region (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL,
      name TEXT NOT NULL,
      level TEXT NOT NULL,
      first_year INTEGER NOT NULL,
      last_year INTEGER
    ) STRICT;
    CREATE INDEX region_on_code ON region (code);

    CREATE TABLE indicator (
      name TEXT PRIMARY KEY,
      code TEXT,
      unit TEXT,
      kind TEXT NOT NULL,
      good TEXT NOT NULL,
      aliases TEXT NOT NULL,
      note TEXT
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE unit (
      name TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      power INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE load_state (
      kind TEXT NOT NULL CHECK (kind IN ('document', 'group')),
      key TEXT NOT NULL,
      output_digest BLOB NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('current', 'stale', 'quarantined', 'not_a_report')),
      loader_fingerprint TEXT NOT NULL,
      row_count INTEGER NOT NULL,
      row_digest BLOB NOT NULL,
      PRIMARY KEY (kind, key)
    ) STRICT, WITHOUT ROWID;
    """

  /// A column before the body: what stands behind it is not read without reading all of it.
  static let version2 = """
    CREATE TABLE moved_document (
      id INTEGER PRIMARY KEY,
      uri TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL CHECK (state IN ('current', 'stale', 'quarantined', 'not_a_report')),
      reason TEXT,
      title TEXT,
      report_type TEXT CHECK (
        report_type IN ('work_report', 'plan_report', 'budget_report', 'statistical_bulletin', 'other')),
      report_year INTEGER,
      review_year INTEGER,
      region TEXT,
      region_code TEXT,
      region_level TEXT,
      province TEXT,
      prefecture TEXT,
      region_is_hint INTEGER,
      meeting TEXT,
      delivered_on TEXT,
      published_on TEXT,
      speaker TEXT,
      office TEXT,
      issuing_body TEXT,
      source TEXT,
      site TEXT,
      page_title TEXT,
      page_published_on TEXT,
      page_source TEXT,
      page_site TEXT,
      has_replacements INTEGER,
      is_cut_off INTEGER,
      stated_length INTEGER,
      body_confidence REAL,
      body TEXT
    ) STRICT;
    INSERT INTO moved_document (
      id, uri, state, reason, title, report_type, report_year, review_year, region, region_code,
      region_level, province, prefecture, region_is_hint, meeting, delivered_on, published_on, speaker,
      office, issuing_body, source, site, page_title, page_published_on, page_source, page_site,
      has_replacements, is_cut_off, stated_length, body
    ) SELECT
      id, uri, state, reason, title, report_type, report_year, review_year, region, region_code,
      region_level, province, prefecture, region_is_hint, meeting, delivered_on, published_on, speaker,
      office, issuing_body, source, site, page_title, page_published_on, page_source, page_site,
      has_replacements, is_cut_off, stated_length, body
    FROM document;
    DROP TABLE document;
    ALTER TABLE moved_document RENAME TO document;
    CREATE INDEX document_on_region ON document (region_code, report_year);
    """

  /// Where sentences and counted words look to. Loading fills it.
  static let version4 = """
    ALTER TABLE sentence ADD COLUMN mood TEXT CHECK (mood IN ('review', 'plan'));
    ALTER TABLE term_count ADD COLUMN mood TEXT CHECK (mood IN ('review', 'plan'));
    """

  /// Which warehouse it is: counts of runs say nothing of another one's. One with rows keeps the empty identity, under
  /// which older stores know its count.
  static let version5 = """
    ALTER TABLE warehouse_info ADD COLUMN identity TEXT NOT NULL DEFAULT '';
    UPDATE warehouse_info SET identity = lower(hex(randomblob(16))) WHERE generation = 0;
    """
}
