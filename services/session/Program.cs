using Mentoring.Sessions;
using Mentoring.Shared;
using Mentoring.Shared.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults<SessionDb>("session", constraints: Sentences.OfConstraints).AddMessaging<SessionDb>(reactions => reactions
    .Add<RememberMatch>()
    .Add<CancelSessionsWhenMatchEnded>()
    .Add<StopMeetingsWhenNotSafe>()
    .Add<RememberMentorStanding>()
    .Add<CancelSessionsWhenClearanceLapsed>()
    .Add<RememberAvailability>()
    .Add<RememberPartner>()
    .Add<RememberMenteeStanding>()
    .Add<CancelSessionsWhenReadinessLapsed>()
    .Add<RememberReferral>()
    .Add<RememberCaseworker>()
    .Add<RememberCover>()
    .Add<EmptyCalendarWhenAccountShut>());
builder.Services.AddHostedService<TellOfQuietMatches>().AddHostedService<TellLeadsOfOpenWorries>();
builder.Services.AddValidation();
builder.Services.AddOpenApi(document => OpenApiDefaults.Configure(document));
builder.Services.AddSingleton<VideoRooms>();
builder.Services.AddSingleton<RemindOfSessions>().AddHostedService(services => services.GetRequiredService<RemindOfSessions>());
builder.Services.AddHealthChecks().AddCheck<BankHolidaysHealth>("bank holidays", tags: ["ready"]);

var app = builder.Build();
app.UseServiceDefaults();
app.MapOpenApi().ForAnybody();
app.MapSessions();
BankHolidaysHealth.Warn(app);
return await app.RunServiceAsync(args);
