using Mentoring.Portal;
using Mentoring.Shared;
using Mentoring.Shared.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults<AccountsDb>("portal", constraints: Sentences.OfConstraints)
    .AddMessaging<AccountsDb>(reactions => reactions.Add<CloseAccountWhenMentorLeft>().Add<CloseAccountWhenMenteeLeft>());
builder.Services.AddAccounts().AddKeyRing(builder.Configuration).AddPortalAuthentication().AddRateLimits(builder.Configuration);
builder.Services.AddScoped<SigningKeys>().AddScoped<AccessTokens>().AddHostedService<KeepHouse>();
builder.Services.AddInvitations().AddMail().AddScoped<Drafts>();
builder.Services.AddValidation();
builder.Services.AddOpenApi(document => PortalOpenApi.Configure(document));

var app = builder.Build();
app.UseRouting();
app.UseRateLimiter();
app.UseServiceDefaults();
app.MapOpenApi().ForAnybody();
app.MapPortal();
return await app.RunServiceAsync(args, new ServiceCommand("invite-administrator", "invite-administrator <email>", InviteAdministrator.Run));
