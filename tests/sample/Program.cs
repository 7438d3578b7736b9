using Mentoring.Sample;
using Mentoring.Shared;
using Mentoring.Shared.Messaging;

// A service as small as can be, in the place of the mentee service, so that what all services share can be tested on real servers.
var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults<SampleDb>("mentee", new Dictionary<string, string> { ["ux_notes_title"] = "There is a note of that title already. Choose another." })
    .AddMessaging<SampleDb>(reactions => reactions.Add<RememberApproval>().Add<RememberEnd>().Add<TallyApprovals>());
builder.Services.AddSingleton<Trouble>();
builder.Services.AddValidation();
builder.Services.AddOpenApi(OpenApiDefaults.Configure);
var app = builder.Build();
app.UseServiceDefaults();
app.MapOpenApi().ForAnybody();
app.MapNotes();
return await app.RunServiceAsync(args, new ServiceCommand("greet", "greet <name>", (_, words, _) =>
{
    Console.WriteLine($"Hello {words[0]}.");
    return Task.FromResult(ExitCodes.Fine);
}));
