def attempts(place, port, process)
  found = []
  5.upto(255) do |number|
    begin
      io = IO.for_fd(number, autoclose: false)
      found << "descriptor #{number}" unless io.close_on_exec?
    rescue SystemCallError, ArgumentError
    end
  end
  begin
    File.read(place + "/secret")
    found << "read the canary"
  rescue SystemCallError
  end
  begin
    File.open(place + "/secret", "a") { }
    found << "append to the canary"
  rescue SystemCallError
  end
  begin
    Process.kill(0, process)
    found << "signal a process of the host"
  rescue SystemCallError
  end
  found << "a variable of the host" if ENV.keys.any? { |name| name =~ /SECRET|TOKEN|SSH/ }
  found
end
