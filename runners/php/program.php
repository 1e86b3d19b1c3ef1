<?php
// Runs a program that holds its own tests; runners/README.md, "program", says what it reports.
//
// Started as `program.php` in the box's folder. What descriptor 3 holds goes back on descriptor 4 when the program has
// come to its end; `exit` does not come there.

declare(strict_types=1);

namespace Evalharness\Driver;

require __DIR__ . '/wire.php';
require __DIR__ . '/diagnostics.php';

/** The beginning and the end of a program. */
final class TestProgram
{
    private static bool $isOver = false;
    private static int $process;

    public static function begin(): void
    {
        self::$process = \getmypid();
        self::send('A', '');
        \register_shutdown_function(static fn () => self::stopped());
        \mt_srand(20_240_229);
    }

    public static function failed(\Throwable $error): never
    {
        $source = \file_get_contents(SOURCE_NAME);
        $isSyntax = $error instanceof \ParseError && isSource($error->getFile());
        $facts = describe($error, $isSyntax ? 'parse' : 'call', $source);
        self::fail($isSyntax ? $facts + ['at_end' => isCutOff($error)] : $facts);
    }

    public static function end(): never
    {
        self::$isOver = true;
        while (\ob_get_level() > 0 && @\ob_end_flush()) {
            continue;
        }
        self::write(\stream_get_contents(\fopen('php://fd/3', 'rb')));
        exit(0);
    }

    /** Tells of an error that nobody can catch. */
    private static function stopped(): void
    {
        $error = \error_get_last();
        $fatal = \E_ERROR | \E_CORE_ERROR | \E_COMPILE_ERROR | \E_USER_ERROR;
        if (self::$isOver || $error === null || ($error['type'] & $fatal) === 0) {
            return;
        }
        $facts = ['type' => 'FatalError', 'stage' => 'load', 'message' => plainText($error['message'])];
        if (isSource($error['file'])) {
            $facts['line'] = $error['line'];
        }
        self::fail($facts + ['bases' => ['FatalError']]);
    }

    private static function fail(array $facts): never
    {
        self::$isOver = true;
        $encoder = new Encoder(MAXIMUM_BYTES);
        $encoder->facts($facts);
        self::send('E', $encoder->out);
        exit(1);
    }

    private static function send(string $kind, string $payload): void
    {
        self::write($kind . \strlen($payload) . ':' . $payload);
    }

    private static function write(string $data): void
    {
        // A process that the program forked must not write.
        if (\getmypid() !== self::$process) {
            exit(1);
        }
        $results = \fopen('php://fd/4', 'wb');
        for ($at = 0; $at < \strlen($data); $at += $count) {
            $count = \fwrite($results, \substr($data, $at));
            if ($count === false || $count === 0) {
                exit(70);
            }
        }
    }
}

TestProgram::begin();
$argv = $_SERVER['argv'] = [SOURCE_NAME];
$argc = $_SERVER['argc'] = 1;
// The program runs where its variables are global ones.
try {
    require \getcwd() . '/' . SOURCE_NAME;
} catch (\Throwable $error) {
    TestProgram::failed($error);
}
TestProgram::end();
