if true; then
    echo 14
