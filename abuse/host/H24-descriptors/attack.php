<?php
function attempts($place, $port, $process) {
    $found = [];
    if (@file_get_contents($place . "/secret") !== false) $found[] = "read the canary";
    if (@fopen($place . "/secret", "a") !== false) $found[] = "append to the canary";
    if (@fsockopen("127.0.0.1", (int)$port, $code, $message, 0.2)) $found[] = "connect to the host";
    return $found;
}
