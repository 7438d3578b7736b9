using System.ComponentModel.DataAnnotations;
using System.Text;
using Mentoring.Shared;
using Microsoft.Extensions.Options;

namespace Mentoring.Portal;

/// <summary>Where the services are: settings <c>Services:Mentor</c>, <c>Services:Mentee</c>, <c>Services:Matching</c>, <c>Services:Session</c> and <c>Services:Safeguarding</c>.</summary>
public sealed class ServiceAddresses
{
    /// <summary>The mentor service's base address.</summary>
    [Required(ErrorMessage = "Set Services:Mentor to the base address of the mentor service, such as http://127.0.0.1:5101.")]
    public Uri? Mentor { get; set; }

    /// <summary>The mentee service's base address.</summary>
    [Required(ErrorMessage = "Set Services:Mentee to the base address of the mentee service, such as http://127.0.0.1:5102.")]
    public Uri? Mentee { get; set; }

    /// <summary>The matching service's base address.</summary>
    [Required(ErrorMessage = "Set Services:Matching to the base address of the matching service, such as http://127.0.0.1:5103.")]
    public Uri? Matching { get; set; }

    /// <summary>The session service's base address.</summary>
    [Required(ErrorMessage = "Set Services:Session to the base address of the session service, such as http://127.0.0.1:5104.")]
    public Uri? Session { get; set; }

    /// <summary>The safeguarding service's base address.</summary>
    [Required(ErrorMessage = "Set Services:Safeguarding to the base address of the safeguarding service, such as http://127.0.0.1:5105.")]
    public Uri? Safeguarding { get; set; }
}

/// <summary>The HTTP clients of the services, each with Polly around it.</summary>
public static class ServiceClients
{
    /// <summary>Adds a client a service, by its name.</summary>
    public static IServiceCollection AddServiceClients(this IServiceCollection services)
    {
        services.AddOptions<ServiceAddresses>().BindConfiguration("Services").ValidateDataAnnotations().ValidateOnStart();
        services.AddTransient<HttpResilience>();
        Client(Service.Mentor, addresses => addresses.Mentor);
        Client(Service.Mentee, addresses => addresses.Mentee);
        Client(Service.Matching, addresses => addresses.Matching);
        Client(Service.Session, addresses => addresses.Session);
        Client(Service.Safeguarding, addresses => addresses.Safeguarding);
        return services;

        void Client(string name, Func<ServiceAddresses, Uri?> address) => services
            .AddHttpClient(name, (provider, client) => client.BaseAddress = address(provider.GetRequiredService<IOptions<ServiceAddresses>>().Value))
            // A lead's reason for looking travels in a header and may hold any letter.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8, UseCookies = false, AllowAutoRedirect = false })
            .AddHttpMessageHandler<HttpResilience>();
    }
}
