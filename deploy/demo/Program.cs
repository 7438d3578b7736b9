using Mentoring.Demo;

if (args is not (["load"] or ["sign-in", _]))
{
    Console.Error.WriteLine("""
        Usage: Mentoring.Demo load              brings the demo people in and prints their accounts
               Mentoring.Demo sign-in EMAIL     signs one of them in and prints the handle, which a browser holds in its cookie
        Addresses come from MENTORING_PORTAL, MENTORING_MENTOR and so on; deploy/up sets them.
        """);
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
    if (args is ["sign-in", var email])
    {
        var person = await Person.SignIn(platform, email, platform.Authenticators.Has(email) ? DemoPeople.Password : DemoPeople.Pin, stop.Token) ?? throw new DemoException($"{email} cannot sign in as demo people do.");
        Console.WriteLine(person.Session);
        return 0;
    }

    await new LoadDemo(platform, administrator).Run(stop.Token);
}
catch (Exception e) when (e is DemoException or HttpRequestException)
{
    Console.Error.WriteLine($"That did not work: {e.Message}");
    return 1;
}

Console.WriteLine($"Demo accounts. Staff: the password is \"{DemoPeople.Password}\", and deploy/demo/code EMAIL shows what their app shows.");
Console.WriteLine($"Young people: the PIN is {DemoPeople.Pin}, and deploy/demo/code EMAIL reads the code from their mail.");
Console.WriteLine($"  administrator      {administrator}");
Console.WriteLine($"  safeguarding lead  {DemoPeople.CaseworkerEmail(DemoPeople.Lead)}");
foreach (var name in DemoPeople.Caseworkers) Console.WriteLine($"  caseworker         {DemoPeople.CaseworkerEmail(name)}");
foreach (var employer in DemoPeople.Employers) Console.WriteLine($"  coordinator        {employer.CoordinatorEmail}");
Console.WriteLine($"  mentor             {DemoPeople.VolunteerEmail(DemoPeople.Volunteers[0])}");
Console.WriteLine($"  young person       {DemoPeople.YoungEmail(DemoPeople.YoungPeople[0])}");
return 0;
