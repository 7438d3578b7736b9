using System.Globalization;
using BenchmarkDotNet.Running;
using Mentoring.Kernels;

// kernels: the kernels with BenchmarkDotNet. kernels shortlist [MENTORS]: the times of single shortlists, as it has no column for the 99th percentile.
if (args is ["shortlist", ..])
{
    Shortlists.Time(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 10_000);
    return;
}

BenchmarkSwitcher.FromTypes([typeof(Kernels)]).Run(args.Length > 0 ? args : ["--filter", "*"]);
