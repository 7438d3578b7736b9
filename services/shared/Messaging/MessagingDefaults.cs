using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Mentoring.Shared.Messaging;

/// <summary>Joins a service to the broker.</summary>
public static class MessagingDefaults
{
    // Enough at once to hide the wait for a commit, few enough that twelve queues leave connections for requests.
    private const int Prefetch = 32;
    private const int AtOnce = 4;

    /// <summary>
    /// Adds the postman and one durable queue for each reaction the service has, named <c>matching.remember-mentors</c> after
    /// service and class. A fact that cannot be handled is tried four times within about two seconds and then ends in the
    /// queue's <c>_error</c>; while the database is away it is kept and tried again for as long as that takes.
    /// </summary>
    /// <typeparam name="TDb">The service's database.</typeparam>
    /// <param name="builder">The service.</param>
    /// <param name="hear">Adds the reactions with <see cref="Reactions.Add{T}"/>.</param>
    public static WebApplicationBuilder AddMessaging<TDb>(this WebApplicationBuilder builder, Action<Reactions> hear)
        where TDb : ServiceDb
    {
        var reactions = new Reactions();
        hear(reactions);
        var services = builder.Services;
        services.AddSingleton(reactions);
        services.AddSingleton<Broker>();
        services.AddSingleton<Topology>();
        services.AddSingleton<MessagingMeter>();
        services.AddSingleton<InboxBatches>();
        services.AddHealthChecks()
            .AddCheck<BrokerHealth>("broker", HealthStatus.Degraded, ["ready"])
            .AddCheck<OutboxHealth>("outbox", HealthStatus.Degraded, ["ready"]);
        services.Configure<MassTransitHostOptions>(bus =>
        {
            // A service serves and fills its outbox while the broker is away.
            bus.WaitUntilStarted = false;
            bus.StopTimeout = TimeSpan.FromSeconds(12);
            bus.ConsumerStopTimeout = TimeSpan.FromSeconds(8);
        });
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            foreach (var reaction in reactions.All) bus.AddConsumer(reaction);
            bus.UsingRabbitMq((context, rabbit) => Configure(context, rabbit, reactions));
        });

        // BrokerHealth says the same in a sentence, and does not make the bus before migrate has said that it is only to be deployed.
        foreach (var own in services.Where(s => s.ImplementationType == typeof(MassTransit.Monitoring.ConfigureBusHealthCheckServiceOptions)).ToArray()) services.Remove(own);

        // Stops before the bus does, because it is added after it.
        services.AddHostedService<Postman>();
        services.AddHostedService<Housekeeping>();
        return builder;
    }

    private static void Configure(IBusRegistrationContext context, IRabbitMqBusFactoryConfigurator rabbit, Reactions reactions)
    {
        var name = context.GetRequiredService<ServiceName>().Value;
        var settings = context.GetRequiredService<Broker>().Settings();
        rabbit.Host(settings.HostName, (ushort)(settings.Port > 0 ? settings.Port : settings.Ssl.Enabled ? 5671 : 5672), settings.VirtualHost, host =>
        {
            host.Username(settings.UserName);
            host.Password(settings.Password);
            host.Heartbeat(settings.RequestedHeartbeat);
            host.ConnectionName(name);
            if (settings.Ssl.Enabled) host.UseSsl(ssl => ssl.ServerName = settings.HostName);
        });
        rabbit.DeployTopologyOnly = context.GetRequiredService<Topology>().IsDeployOnly();
        rabbit.DeployPublishTopology = true;
        foreach (var fact in Facts.ToldBy(name)) rabbit.Publish(fact);
        foreach (var reaction in reactions.All)
        {
            rabbit.ReceiveEndpoint(Reactions.Queue(name, reaction), queue =>
            {
                queue.SetQuorumQueue();
                var inBatches = InboxBatches.AreFor(reaction);
                queue.PrefetchCount = inBatches ? 2 * InboxBatch.Most : Prefetch;
                queue.ConcurrentMessageLimit = inBatches ? 2 * InboxBatch.Most : AtOnce;
                queue.PublishFaults = false;

                // Both stand outside the inbox, so that each try has a scope and a transaction of its own.
                queue.UseMessageRetry(retry =>
                {
                    retry.Handle<Exception>(Problems.IsAway);
                    retry.Exponential(int.MaxValue, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(300));
                });
                queue.UseMessageRetry(retry =>
                {
                    retry.Ignore<Exception>(Problems.IsAway);
                    retry.Intervals(100, 400, 1500);
                });
                queue.UseConsumeFilter(typeof(InboxFilter<>), context);
                queue.ConfigureConsumer(context, reaction);
            });
        }
    }
}
