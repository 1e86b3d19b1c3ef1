numbers <- ) 3
