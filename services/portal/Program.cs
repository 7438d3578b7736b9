using Mentoring.Portal;
using Mentoring.Shared;
using Mentoring.Shared.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults<AccountsDb>("portal", constraints: Sentences.OfConstraints)
    .AddMessaging<AccountsDb>(reactions => reactions.Add<CloseAccountWhenMentorLeft>().Add<CloseAccountWhenMenteeLeft>().Add<TellStaffOfQuietMatches>().Add<TellStaffOfDoubtedSafety>().Add<TellLeadsOfConcern>().Add<TellOfClearanceThatEnds>()
        .Add<RemindWhenSessionIsNear>().Add<TakeReminderBackWhenSessionChanged>().Add<TellBothOfSession>()
        .Add<TellOtherOfProposal>().Add<TellBothOfPlace>());
builder.Services.AddAccounts().AddKeyRing(builder.Configuration).AddPortalAuthentication().AddRateLimits(builder.Configuration);
builder.Services.AddScoped<SigningKeys>().AddScoped<AccessTokens>().AddHostedService<KeepHouse>();
builder.Services.AddInvitations().AddMail().AddScoped<Drafts>().AddScoped<Mentoring.Portal.Pages.Partner.OwnInvitations>();
builder.Services.AddServiceClients().AddPages();
builder.Services.AddValidation();
builder.Services.AddOpenApi(document => PortalOpenApi.Configure(document));

var app = builder.Build();
app.UsePages();
app.UseRouting();
app.UseRateLimiter();
app.UseServiceDefaults(WebPages.IsApi);
app.MapOpenApi().ForAnybody();
app.MapPortal();
app.MapPages();
return await app.RunServiceAsync(args, new ServiceCommand("invite-administrator", "invite-administrator <email>", InviteAdministrator.Run));
