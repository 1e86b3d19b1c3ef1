@variant@

func attempts(_ place: String, _ port: Int, _ process: Int) -> [String] { [] }
