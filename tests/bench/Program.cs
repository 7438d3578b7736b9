using Mentoring.Bench;

return Commands.Run(args);
