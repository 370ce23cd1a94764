@main struct Album { static func main() {} }
