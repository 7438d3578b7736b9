using Mentoring.Demo;

if (args is not ["load"])
{
    Console.Error.WriteLine("Usage: Mentoring.Demo load   (addresses come from MENTORING_PORTAL, MENTORING_MENTOR and so on; deploy/up sets them)");
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
using var platform = Platform.FromEnvironment();
var administrator = Environment.GetEnvironmentVariable("ADMIN_EMAIL") ?? "administrator@mentoring.example";
try
{
    await new LoadDemo(platform, administrator).Run(stop.Token);
}
catch (Exception e) when (e is DemoException or HttpRequestException)
{
    Console.Error.WriteLine($"The demo people could not be loaded: {e.Message}");
    return 1;
}

Console.WriteLine("Demo accounts, all with the password: " + DemoPeople.Password);
Console.WriteLine($"  administrator      {administrator}");
Console.WriteLine($"  safeguarding lead  {DemoPeople.CaseworkerEmail(DemoPeople.Lead)}");
foreach (var name in DemoPeople.Caseworkers) Console.WriteLine($"  caseworker         {DemoPeople.CaseworkerEmail(name)}");
foreach (var employer in DemoPeople.Employers) Console.WriteLine($"  coordinator        {employer.CoordinatorEmail}");
Console.WriteLine($"  mentor             {DemoPeople.VolunteerEmail(DemoPeople.Volunteers[0])}");
Console.WriteLine($"  young person       {DemoPeople.YoungEmail(DemoPeople.YoungPeople[0])}");
return 0;
