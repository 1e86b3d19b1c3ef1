/// Version 2 of the schema: the views for analysts.
///
/// Names and columns are stable: a later version adds columns at the end and takes none away.
let schemaViews = """
    CREATE VIEW currentResult AS
    SELECT * FROM result
    WHERE id = (
        SELECT id FROM result AS newest
        WHERE newest.sampleID = result.sampleID
        ORDER BY attempt DESC LIMIT 1
    );

    CREATE VIEW sampleResult AS
    SELECT
        run.name AS run,
        run.model AS model,
        suite.name AS suite,
        task.name AS task,
        task.category AS category,
        task.difficulty AS difficulty,
        sample.language AS language,
        sample.sampleIndex AS sampleIndex,
        sample.form AS form,
        sample.plantedLabel AS plantedLabel,
        coalesce(result.outcome, 'missing') AS outcome,
        result.family AS family,
        result.mode AS mode,
        result.rule AS rule,
        result.message AS message,
        result.line AS line,
        result.caseIndex AS caseIndex,
        result.expected AS expected,
        result.actual AS actual,
        result.casesPassed AS casesPassed,
        result.casesTotal AS casesTotal,
        result.trust AS trust,
        result.isolation AS isolation,
        result.cpuMicroseconds / 1e6 AS cpuSeconds,
        result.wallMicroseconds / 1e6 AS wallSeconds,
        result.peakMemoryBytes AS peakMemoryBytes,
        result.cyclomaticComplexity AS cyclomaticComplexity,
        result.nestingDepth AS nestingDepth,
        result.codeLines AS codeLines,
        result.editDistance AS editDistance,
        result.editDistanceNormalized AS editDistanceNormalized,
        result.isCached AS isCached,
        result.executions AS executions,
        result.attempt AS attempt,
        completion.hash AS completionHash,
        program.hash AS programHash
    FROM sample
    JOIN run ON run.id = sample.runID
    JOIN task ON task.id = sample.taskID
    JOIN suite ON suite.id = run.suiteID
    JOIN text AS completion ON completion.id = sample.completionID
    JOIN text AS program ON program.id = sample.programID
    LEFT JOIN result ON result.id = (
        SELECT id FROM result AS newest
        WHERE newest.sampleID = sample.id
        ORDER BY attempt DESC LIMIT 1
    );

    CREATE VIEW taskPassRate AS
    SELECT
        run.name AS run,
        run.model AS model,
        suite.name AS suite,
        task.name AS task,
        task.category AS category,
        task.difficulty AS difficulty,
        sample.language AS language,
        count(*) AS samples,
        count(*) FILTER (WHERE result.outcome = 'passed') AS passed,
        count(*) FILTER (WHERE result.outcome = 'failed') AS failed,
        count(*) FILTER (WHERE result.outcome = 'infrastructure-error') AS infrastructureErrors,
        count(*) FILTER (WHERE result.outcome IS NULL) AS missing,
        avg(CASE result.outcome WHEN 'passed' THEN 1.0 WHEN 'failed' THEN 0.0 END) AS passRate
    FROM sample
    JOIN run ON run.id = sample.runID
    JOIN task ON task.id = sample.taskID
    JOIN suite ON suite.id = run.suiteID
    LEFT JOIN result ON result.id = (
        SELECT id FROM result AS newest
        WHERE newest.sampleID = sample.id
        ORDER BY attempt DESC LIMIT 1
    )
    GROUP BY run.name, task.position, sample.language;

    CREATE VIEW failureCount AS
    SELECT
        run.name AS run,
        run.model AS model,
        suite.name AS suite,
        sample.language AS language,
        result.family AS family,
        result.mode AS mode,
        count(*) AS samples,
        count(DISTINCT sample.taskID) AS tasks
    FROM sample
    JOIN run ON run.id = sample.runID
    JOIN suite ON suite.id = run.suiteID
    JOIN result ON result.sampleID = sample.id AND result.outcome = 'failed'
    GROUP BY run.name, sample.language, result.mode;

    CREATE VIEW runSummary AS
    SELECT
        run.name AS run,
        run.model AS model,
        suite.name AS suite,
        suite.hash AS suiteHash,
        run.status AS status,
        run.created AS created,
        run.finished AS finished,
        run.toolVersion AS toolVersion,
        run.isolation AS isolation,
        run.seed AS seed,
        count(DISTINCT sample.taskID) AS tasks,
        count(sample.id) AS samples,
        count(*) FILTER (WHERE result.outcome = 'passed') AS passed,
        count(*) FILTER (WHERE result.outcome = 'failed') AS failed,
        count(*) FILTER (WHERE result.outcome = 'infrastructure-error') AS infrastructureErrors,
        count(sample.id) - count(result.id) AS missing,
        count(*) FILTER (WHERE result.isCached) AS cached
    FROM run
    JOIN suite ON suite.id = run.suiteID
    LEFT JOIN sample ON sample.runID = run.id
    LEFT JOIN result ON result.id = (
        SELECT id FROM result AS newest
        WHERE newest.sampleID = sample.id
        ORDER BY attempt DESC LIMIT 1
    )
    GROUP BY run.name;
    """
