<?php
// Runs a candidate and reports plain data; runners/WIRE.md is the specification.
//
// Started as `driver.php calls ENTRYPOINT` in the box's folder. Descriptor 3 holds a `T` frame with the task's types and
// then the calls; descriptor 4 takes the results.

declare(strict_types=1);

namespace Evalharness\Driver;

require __DIR__ . '/wire.php';
require __DIR__ . '/diagnostics.php';

// The harness's own fault, as opposed to anything a candidate does.
const FAULT = 70;
const SEED = 20_240_229;
// What all results of a program may take: the frames that tell of its failures still fit behind them.
const RESULT_BYTES = MAXIMUM_BYTES - (256 << 10);

/** A method of an object that was never constructed. */
final class Skipped extends \Exception
{
}

/** Loads the program and answers calls to it. */
final class Session
{
    private static ?Session $current = null;
    private string $stage = 'load';
    private ?int $sequence = null;
    private string $source = '';
    private array $objects = [];
    private int $room = RESULT_BYTES;
    private int $answered = 0;
    private int $process;
    private array $types;
    private array $calls;
    /** @var resource */
    private $results;

    private function __construct(private string $entry)
    {
        $this->process = \getmypid();
        $this->results = \fopen('php://fd/4', 'wb');
        $frames = frames(\stream_get_contents(\fopen('php://fd/3', 'rb')));
        if (($frames[0][0] ?? '') !== 'T') {
            throw new \Exception('the calls do not begin with their types');
        }
        $this->types = (new Decoder($frames[0][1]))->value() + ['records' => [], 'methods' => []];
        $this->calls = \array_slice($frames, 1);
        $this->source = \file_get_contents(SOURCE_NAME);
    }

    public static function begin(array $arguments): void
    {
        if (\count($arguments) !== 3 || $arguments[1] !== 'calls') {
            throw new \Exception('usage: driver.php calls ENTRYPOINT');
        }
        self::$current = new Session($arguments[2]);
        // The first shutdown function: its `exit` keeps those of the program from running.
        \register_shutdown_function(static fn () => self::$current->end());
        \mt_srand(SEED);
    }

    public static function starting(): void
    {
        self::$current->send('A', '');
    }

    public static function loading(\Throwable $error): void
    {
        self::$current->refuse($error);
    }

    public static function loaded(): void
    {
        self::$current->answerAll();
    }

    private function send(string $kind, string $payload): void
    {
        // A process that the candidate forked must not write.
        if (\getmypid() !== $this->process) {
            exit(1);
        }
        $data = $kind . \strlen($payload) . ':' . $payload;
        for ($at = 0; $at < \strlen($data); $at += $count) {
            $count = \fwrite($this->results, $at === 0 ? $data : \substr($data, $at));
            if ($count === false || $count === 0) {
                exit(FAULT);
            }
        }
    }

    private function sendFacts(string $kind, array $facts): void
    {
        $encoder = new Encoder(MAXIMUM_BYTES);
        if ($this->sequence !== null) {
            $encoder->add('I' . $this->sequence . ';');
        }
        $encoder->facts($facts);
        $this->send($kind, $encoder->out);
    }

    private function refuse(\Throwable $error): void
    {
        $isSyntax = $error instanceof \ParseError && isSource($error->getFile());
        $facts = describe($error, $isSyntax ? 'parse' : 'load', $this->source);
        $this->sendFacts('E', $isSyntax ? $facts + ['at_end' => isCutOff($error)] : $facts);
        $this->finish();
    }

    private function answerAll(): void
    {
        if (!$this->hasEntry()) {
            $message = 'the entry point ' . $this->entry . ' is not defined';
            $facts = ['type' => 'HarnessMissingEntry', 'stage' => 'load', 'message' => $message];
            $this->sendFacts('E', $facts + ['missing_entry' => $this->entry]);
            $this->finish();
        }
        $this->stage = 'call';
        $this->send('L', '');
        foreach ($this->calls as [$kind, $payload]) {
            $this->answer($kind, $payload);
            $this->answered++;
        }
        $this->finish();
    }

    private function hasEntry(): bool
    {
        if ($this->types['kind'] === 'object') {
            return \class_exists($this->entry, false) && (new \ReflectionClass($this->entry))->isUserDefined();
        }
        return \function_exists($this->entry) && (new \ReflectionFunction($this->entry))->isUserDefined();
    }

    private function answer(string $kind, string $payload): void
    {
        $decoder = new Decoder($payload);
        $this->sequence = $decoder->value();
        $identity = $kind === 'C' ? null : $decoder->value();
        $name = $decoder->value();
        $signature = $kind === 'M' ? $this->types['methods'][$name] : $this->types;
        $before = \substr($payload, $decoder->at);
        try {
            $arguments = $decoder->value();
            $result = $this->call($kind, $identity, $name, $arguments);
            $returns = $kind === 'O' ? 'void' : $signature['returns'];
            $this->reply($result, $returns, $arguments, $signature['parameters'], $before);
        } catch (\Throwable $error) {
            $this->sendFacts('X', $this->failure($error, $kind, $name));
        }
        $this->sequence = null;
    }

    /** Makes a call; parameters by reference change the list of arguments. */
    private function call(string $kind, ?int $identity, string $name, array &$arguments): mixed
    {
        if ($kind === 'C') {
            return $name(...$arguments);
        }
        if ($kind === 'O') {
            $this->objects[$identity] = new $name(...$arguments);
            return null;
        }
        if (!isset($this->objects[$identity])) {
            throw new Skipped();
        }
        return $this->objects[$identity]->$name(...$arguments);
    }

    private function reply(mixed $result, mixed $returns, array $arguments, array $parameters, string $before): void
    {
        $encoder = new Encoder($this->room, $this->types['records']);
        $encoder->add('I' . $this->sequence . ';');
        $encoder->value($result, $returns);
        $encoder->add($this->changedArguments($arguments, $parameters, $before, $this->room - \strlen($encoder->out)));
        $this->room -= \strlen($encoder->out);
        $this->send('R', $encoder->out);
    }

    /** Returns the arguments as they are now, or a null where they are, byte for byte, those of the call. */
    private function changedArguments(array $arguments, array $parameters, string $before, int $room): string
    {
        $encoder = new Encoder($room, $this->types['records']);
        try {
            $encoder->add('L' . \count($parameters) . ':');
            foreach ($parameters as $index => [, $type]) {
                $encoder->value($arguments[$index], $type);
            }
        } catch (TooLarge) {
            return 'L1:X9:too large';
        }
        return $encoder->out === $before ? 'N' : $encoder->out;
    }

    private function failure(\Throwable $error, string $kind, string $name): array
    {
        if ($error instanceof TooLarge) {
            return ['type' => 'HarnessResultTooLarge', 'stage' => 'call', 'message' => 'the result is too large'];
        }
        if ($error instanceof Skipped) {
            return ['type' => 'HarnessSkipped', 'stage' => 'call', 'message' => 'the object was not constructed'];
        }
        if ($error instanceof MissingRecord) {
            $record = $error->getMessage();
            $message = 'the record type ' . $record . ' is not defined';
            $facts = ['type' => 'HarnessMissingRecord', 'stage' => 'call', 'message' => $message];
            return $facts + ['missing_entry' => $record];
        }
        $facts = describe($error, 'call', $this->source);
        $isMissing = $kind === 'M' && !isset($facts['line']) && ($facts['name'] ?? '') === $name;
        return $isMissing ? $facts + ['missing_entry' => $name] : $facts;
    }

    /** Runs first when the process ends for whatever reason: a fatal error is told, leaving early is not. */
    private function end(): void
    {
        $error = \error_get_last();
        $isFatal = $error !== null && ($error['type'] & (\E_ERROR | \E_CORE_ERROR | \E_COMPILE_ERROR | \E_USER_ERROR)) !== 0;
        if ($isFatal && $this->stage !== 'done') {
            $facts = ['type' => 'FatalError', 'stage' => $this->stage === 'call' ? 'call' : 'load'];
            $facts['message'] = plainText($error['message']);
            if (isSource($error['file'])) {
                $facts['line'] = $error['line'];
            }
            $facts['bases'] = \preg_match('/Failed opening required/', $error['message']) ? ['FatalError', 'HarnessMissingFile'] : ['FatalError'];
            $isLoaded = $this->stage === 'call';
            $this->sendFacts($isLoaded ? 'X' : 'E', $facts);
            if (!$isLoaded) {
                $this->send('Z', 'I0;');
                exit(0);
            }
        }
        // What the program registered does not run once all is said.
        if ($isFatal || $this->stage === 'done') {
            exit($isFatal ? 255 : 0);
        }
    }

    private function finish(): never
    {
        $this->sequence = null;
        while (\ob_get_level() > 0 && @\ob_end_flush()) {
            continue;
        }
        $this->stage = 'done';
        $this->send('Z', 'I' . $this->answered . ';');
        exit(0);
    }
}

try {
    Session::begin($argv);
} catch (\Throwable $error) {
    \fwrite(\STDERR, 'driver: ' . $error->getMessage() . "\n");
    exit(FAULT);
}
$argv = $_SERVER['argv'] = [SOURCE_NAME];
$argc = $_SERVER['argc'] = 1;
// From here on the program's own code may run, and end the process.
Session::starting();
// The program runs where its variables are global ones.
try {
    require \getcwd() . '/' . SOURCE_NAME;
} catch (\Throwable $error) {
    Session::loading($error);
}
Session::loaded();
