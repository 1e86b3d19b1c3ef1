<?php
// Describes this PHP to the harness: one fact a line, as runners/README.md lists them.

declare(strict_types=1);

$program = realpath(PHP_BINARY);
$paths = [$program, PHP_EXTENSION_DIR];
foreach (file('/proc/self/maps') as $line) {
    if (preg_match('~(/\S+\.so\S*)\s*$~', $line, $match)) {
        $paths[] = dirname(realpath($match[1]));
    }
}
// The loader has to be there under the name that the kernel looks for.
$paths = [...$paths, ...glob('/lib*/ld-linux*.so*')];

echo 'version ', PHP_MAJOR_VERSION, '.', PHP_MINOR_VERSION, '.', PHP_RELEASE_VERSION, "\n";
echo 'build PHP ', PHP_VERSION, ' ', PHP_OS, ' ', php_uname('m'), ' ', implode(' ', get_loaded_extensions()), "\n";
echo 'executable ', $program, "\n";
foreach (['ctype' => 'php-cli', 'mbstring' => 'php-mbstring'] as $extension => $package) {
    if (!extension_loaded($extension)) {
        echo 'missing ', $package, "\n";
    }
}
foreach (array_unique($paths) as $path) {
    echo 'path ', $path, "\n";
}
