using Mentoring.Safeguarding;
using Mentoring.Shared;
using Mentoring.Shared.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults<SafeguardingDb>("safeguarding").AddMessaging<SafeguardingDb>(reactions => reactions
    .Add<RememberCaseworker>()
    .Add<RememberCover>()
    .Add<RememberMatch>()
    .Add<LeaveConcernsWhenAccountShut>());
builder.Services.AddHostedService<CallLeadsAgain>();
builder.Services.AddValidation();
builder.Services.AddOpenApi(document => OpenApiDefaults.Configure(document));
builder.Services.AddPublicLimit(builder.Configuration);

var app = builder.Build();
app.UseRouting();
app.UseRateLimiter();
app.UseServiceDefaults();
app.MapOpenApi().ForAnybody();
app.MapConcerns();
return await app.RunServiceAsync(args);
