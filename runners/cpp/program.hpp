// What most programs with tests of their own include first; precompiled.
#include <assert.h>
#include <bits/stdc++.h>
