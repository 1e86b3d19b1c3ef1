Sys.sleep(1000)
