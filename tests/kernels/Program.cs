using System.Globalization;
using BenchmarkDotNet.Running;
using Mentoring.Kernels;

// kernels                               the kernels with BenchmarkDotNet
// kernels shortlist [MENTORS] [TAKE]    the times of single shortlists, as BenchmarkDotNet has no column for the 99th percentile
// kernels plan [MENTEES] [MENTORS]      a plan straight from people
switch (args)
{
    case ["shortlist", ..]:
        Shortlists.Time(Number(1), args.Length > 2 ? Number(2) : 20);
        return 0;
    case ["plan", ..]:
        return WholePlan.Time(Number(1), Number(2));
    default:
        BenchmarkSwitcher.FromTypes([typeof(Kernels)]).Run(args.Length > 0 ? args : ["--filter", "*"]);
        return 0;
}

int Number(int at) => args.Length > at ? int.Parse(args[at], CultureInfo.InvariantCulture) : 10_000;
