using Mentoring.Sessions;
using Mentoring.Shared;
using Mentoring.Shared.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults<SessionDb>("session").AddMessaging<SessionDb>(_ => { });
builder.Services.AddValidation();
builder.Services.AddOpenApi(OpenApiDefaults.Configure);
var app = builder.Build();
app.UseServiceDefaults();
app.MapOpenApi().ForAnybody();
return await app.RunServiceAsync(args);
