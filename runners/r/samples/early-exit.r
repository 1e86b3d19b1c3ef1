quit(save = "no", status = 0)
