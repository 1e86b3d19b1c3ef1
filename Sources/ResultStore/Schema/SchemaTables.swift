/// Version 1 of the schema: the tables.
///
/// Never changes once released; see `SchemaMigrations`. Meaning of each table: `ResultStore.docc/ResultStore.md`.
let schemaTables = """
    CREATE TABLE text (
        id INTEGER PRIMARY KEY,
        hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
        content BLOB NOT NULL
    ) STRICT;

    CREATE TABLE suite (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL CHECK (name <> ''),
        hash TEXT NOT NULL CHECK (length(hash) = 64),
        UNIQUE (name, hash)
    ) STRICT;

    CREATE TABLE task (
        id INTEGER PRIMARY KEY,
        suiteID INTEGER NOT NULL REFERENCES suite (id),
        name TEXT NOT NULL CHECK (name <> ''),
        position INTEGER NOT NULL CHECK (position >= 0),
        category TEXT,
        difficulty TEXT,
        promptID INTEGER NOT NULL REFERENCES text (id),
        UNIQUE (suiteID, name),
        UNIQUE (suiteID, position)
    ) STRICT;

    CREATE TABLE reference (
        taskID INTEGER NOT NULL REFERENCES task (id),
        language TEXT NOT NULL CHECK (language <> ''),
        textID INTEGER NOT NULL REFERENCES text (id),
        PRIMARY KEY (taskID, language)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE run (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL UNIQUE CHECK (name <> ''),
        suiteID INTEGER NOT NULL REFERENCES suite (id),
        model TEXT NOT NULL,
        status TEXT NOT NULL CHECK (status IN ('running', 'complete', 'interrupted')),
        created TEXT NOT NULL CHECK (created <> ''),
        finished TEXT,
        settings TEXT NOT NULL CHECK (json_valid(settings)),
        toolVersion TEXT NOT NULL,
        seed INTEGER NOT NULL,
        limits TEXT NOT NULL CHECK (json_valid(limits)),
        isolation TEXT NOT NULL CHECK (isolation IN ('none', 'fence', 'namespaces', 'full')),
        runnerDigest TEXT NOT NULL,
        toolchain TEXT NOT NULL CHECK (json_valid(toolchain)),
        isWarm INTEGER NOT NULL CHECK (isWarm IN (0, 1)),
        sampleSource TEXT NOT NULL,
        CHECK ((status = 'running') = (finished IS NULL))
    ) STRICT;
    CREATE INDEX runByModel ON run (model, status);

    CREATE TABLE sample (
        id INTEGER PRIMARY KEY,
        runID INTEGER NOT NULL REFERENCES run (id),
        taskID INTEGER NOT NULL REFERENCES task (id),
        language TEXT NOT NULL CHECK (language <> ''),
        sampleIndex INTEGER NOT NULL CHECK (sampleIndex >= 0),
        completionID INTEGER NOT NULL REFERENCES text (id),
        programID INTEGER NOT NULL REFERENCES text (id),
        form TEXT NOT NULL CHECK (form IN ('completion', 'solution')),
        plantedLabel TEXT,
        UNIQUE (runID, taskID, language, sampleIndex)
    ) STRICT;
    CREATE INDEX sampleByRun ON sample (runID);

    CREATE TABLE result (
        id INTEGER PRIMARY KEY,
        sampleID INTEGER NOT NULL REFERENCES sample (id),
        attempt INTEGER NOT NULL CHECK (attempt >= 0),
        outcome TEXT NOT NULL CHECK (outcome IN ('passed', 'failed', 'infrastructure-error')),
        family TEXT,
        mode TEXT,
        rule TEXT NOT NULL,
        message TEXT NOT NULL,
        line INTEGER,
        caseIndex INTEGER,
        expected TEXT,
        actual TEXT,
        casesPassed INTEGER NOT NULL CHECK (casesPassed >= 0),
        casesTotal INTEGER NOT NULL CHECK (casesTotal >= casesPassed),
        trust TEXT NOT NULL CHECK (trust IN ('outside', 'shared')),
        isolation TEXT NOT NULL CHECK (isolation IN ('none', 'fence', 'namespaces', 'full')),
        cpuMicroseconds INTEGER NOT NULL CHECK (cpuMicroseconds >= 0),
        wallMicroseconds INTEGER NOT NULL CHECK (wallMicroseconds >= 0),
        peakMemoryBytes INTEGER CHECK (peakMemoryBytes >= 0),
        cyclomaticComplexity INTEGER,
        nestingDepth INTEGER,
        codeLines INTEGER,
        editDistance INTEGER CHECK (editDistance >= 0),
        editDistanceNormalized REAL CHECK (editDistanceNormalized BETWEEN 0 AND 1),
        isCached INTEGER NOT NULL CHECK (isCached IN (0, 1)),
        executions INTEGER NOT NULL CHECK (executions >= 0),
        UNIQUE (sampleID, attempt),
        CHECK ((outcome = 'failed') = (mode IS NOT NULL)),
        CHECK ((mode IS NULL) = (family IS NULL)),
        CHECK (mode IS NULL OR mode GLOB family || '.?*'),
        CHECK ((editDistance IS NULL) = (editDistanceNormalized IS NULL)),
        CHECK ((cyclomaticComplexity IS NULL) = (nestingDepth IS NULL)),
        CHECK ((cyclomaticComplexity IS NULL) = (codeLines IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX resultVerdict ON result (sampleID) WHERE outcome <> 'infrastructure-error';

    CREATE TABLE verdictCache (
        key TEXT NOT NULL PRIMARY KEY CHECK (length(key) = 64),
        verdict TEXT NOT NULL CHECK (json_valid(verdict)),
        created TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    """
