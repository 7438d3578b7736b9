using System.Security.Cryptography.X509Certificates;
using Mentoring.Shared;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Mentoring.Portal;

/// <summary>Sets ASP.NET Core Identity and Data Protection up on the portal's own database.</summary>
public static class IdentitySetup
{
    /// <summary>
    /// Adds accounts. Lockout is ours (<see cref="SignInTries"/>), because Identity's tells known people from unknown ones.
    /// </summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(identity =>
        {
            identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            identity.User.RequireUniqueEmail = true;
            identity.User.AllowedUserNameCharacters = string.Empty;
            identity.Password = new PasswordOptions { RequiredLength = 1, RequireDigit = false, RequireLowercase = false, RequireNonAlphanumeric = false, RequireUppercase = false, RequiredUniqueChars = 1 };
        }).AddEntityFrameworkStores<AccountsDb>().AddPasswordValidator<PasswordRules>();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = PasswordRules.Rounds);
        services.AddSingleton<PortalAddress>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<PortalAddress>((passkeys, portal) =>
        {
            passkeys.ServerDomain = portal.Domain;
            passkeys.ValidateOrigin = page => ValueTask.FromResult(page.Origin == portal.Origin && !page.CrossOrigin);
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
        });
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddScoped<PasswordCheck>().AddScoped<SignInSteps>().AddScoped<Authenticators>().AddScoped<Passkeys>();
        services.AddScoped<ComingIn>().AddScoped<Joining>().AddScoped<PasswordReset>().AddScoped<OwnWaysIn>().AddScoped<OwnSignIns>().AddScoped<RecoveryCodesShown>();
        services.AddSingleton<OutsideProvider.Metadata>().AddScoped<OutsideProvider>().AddHttpClient(OutsideProvider.Client).AddHttpMessageHandler<HttpResilience>();
        return services;
    }

    internal static void OrThrow(this IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException("Identity refused: " + string.Join(", ", result.Errors.Select(e => e.Code)));
    }

    /// <summary>
    /// Keeps the Data Protection key ring in the database. With <c>KeyRing:Certificate</c> (a PFX file) and
    /// <c>KeyRing:CertificatePassword</c> the ring itself is encrypted, so that a copy of the database alone opens nothing.
    /// </summary>
    public static IServiceCollection AddKeyRing(this IServiceCollection services, IConfiguration configuration)
    {
        var protection = services.AddDataProtection().SetApplicationName("Mentoring");
        services.AddSingleton<KeyRing>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = provider.GetRequiredService<KeyRing>()));
        if (configuration["KeyRing:Certificate"] is { Length: > 0 } file)
            protection.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(file, configuration["KeyRing:CertificatePassword"]));
        return services;
    }
}
