<?php
// Facts about an exception, as plain data; runners/WIRE.md names the facts.

declare(strict_types=1);

namespace Evalharness\Driver;

const SOURCE_NAME = 'solution.php';
const MESSAGE_LENGTH = 2000;

/** Returns the facts by name. The methods of an exception that are asked here are final. */
function describe(\Throwable $error, string $stage, string $source): array
{
    $facts = [
        'type' => className($error),
        'stage' => $stage,
        'message' => plainText($error->getMessage()),
        'bases' => [className($error), ...\array_values(\class_parents($error))],
    ];
    $line = lineOf($error);
    if ($line !== null) {
        $facts['line'] = $line;
    }
    // Only the language's own classes are believed to carry the language's messages.
    if ((new \ReflectionClass($error))->isInternal()) {
        $facts = withCause($facts, $facts['message'], $source);
    }
    return $facts;
}

/** Returns the name of an object's class; an anonymous one ends in the place where it stands. */
function className(object $value): string
{
    return plainText(\explode("\0", \get_class($value))[0]);
}

/** Returns a bounded text that is UTF-8. */
function plainText(string $text): string
{
    $text = \substr($text, 0, MESSAGE_LENGTH);
    if (isUtf8($text)) {
        return $text;
    }
    // The cut may have split a character.
    $shorter = \preg_replace('/[\xC0-\xFF][\x80-\xBF]*$/D', '', $text);
    return isUtf8($shorter) ? $shorter : \preg_replace('/[^\x20-\x7E\n]/', '?', $text);
}

function isSource(?string $file): bool
{
    return $file !== null && \basename($file) === SOURCE_NAME;
}

/** Returns the innermost line of the program that the exception passed through. */
function lineOf(\Throwable $error): ?int
{
    if (isSource($error->getFile())) {
        return $error->getLine();
    }
    foreach ($error->getTrace() as $frame) {
        if (isSource($frame['file'] ?? null)) {
            return $frame['line'] ?? null;
        }
    }
    return null;
}

/** Adds what tells a made-up name, member, class or signature from an ordinary failure. */
function withCause(array $facts, string $message, string $source): array
{
    if (\preg_match('/^Call to undefined function (?:.*\\\\)?(\w+)\(\)$/', $message, $match)) {
        return withName($facts, $match[1], '/\bfunction\s+&?' . $match[1] . '\s*\(/i', $source);
    }
    if (\preg_match('/^Undefined constant "(?:.*\\\\)?(\w+)"$/', $message, $match)) {
        return withName($facts, $match[1], '/\b(?:const\s+|define\(\s*[\'"])' . $match[1] . '\b/', $source);
    }
    if (\preg_match('/^(?:Class|Interface|Trait) "([\w\\\\]+)" not found$/', $message, $match)) {
        $parts = \explode('\\', $match[1]);
        if (\count($parts) > 1) {
            $facts['bases'][] = 'HarnessUnknownModule';
            return $facts + ['name' => $match[1], 'module' => $parts[0]];
        }
        return withName($facts, $match[1], '/\b(?:class|interface|trait|enum)\s+' . $match[1] . '\b/i', $source);
    }
    if (\preg_match('/^Call to undefined method ([\w\\\\@]+)::(\w+)\(\)$/', $message, $match)
        || \preg_match('/^Undefined constant ([\w\\\\]+)::(\w+)$/', $message, $match)
        || \preg_match('/^Access to undeclared static property ([\w\\\\]+)::\$(\w+)$/', $message, $match)) {
        return withMember($facts, $match[2], ownerOf($match[1]));
    }
    if (\preg_match('/^Call to a member function (\w+)\(\) on (\w+)$/', $message, $match)) {
        return withMember($facts, $match[1], $match[2] === 'null' ? 'none' : 'builtin:' . $match[2]);
    }
    if ($facts['type'] === 'ArgumentCountError' || \str_starts_with($message, 'Unknown named parameter')) {
        $isOwn = \str_starts_with($message, 'Too few arguments to ') || $facts['type'] !== 'ArgumentCountError';
        $facts['callee'] = $isOwn ? 'own' : 'foreign';
        if (!$isOwn) {
            $facts['bases'][] = 'HarnessWrongArity';
        } elseif (\str_contains($message, '/driver.php on line ')) {
            $facts['signature_mismatch'] = true;
        }
    }
    return $facts;
}

function withName(array $facts, string $name, string $definition, string $source): array
{
    $isDefined = \preg_match($definition, $source) === 1;
    if (!$isDefined) {
        $facts['bases'][] = 'HarnessUnknownName';
    }
    return $facts + ['name' => $name, 'is_defined' => $isDefined];
}

function withMember(array $facts, string $name, string $owner): array
{
    if (\str_starts_with($owner, 'builtin:')) {
        $facts['bases'][] = 'HarnessUnknownMember';
    }
    return $facts + ['name' => $name, 'object' => $owner];
}

/** Classifies the class that lacks a member. */
function ownerOf(string $class): string
{
    $isBuiltin = \class_exists($class, false) && (new \ReflectionClass($class))->isInternal();
    return ($isBuiltin ? 'builtin:' : 'own:') . $class;
}

/** Whether the parser was content until the text ended: the sign of a truncated answer. */
function isCutOff(\Throwable $error): bool
{
    return \preg_match("/unexpected end of file|^Unclosed '.'( on line \d+)?$/", $error->getMessage()) === 1;
}
