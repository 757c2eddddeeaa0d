import Pipeline

/// GRDB has a `Configuration` too.
typealias PipelineConfiguration = Configuration
