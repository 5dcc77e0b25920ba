using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Watch;

/// <summary>Puts a service before one that Orchard registers, so that no page, recipe or code goes past it.</summary>
public static class Decoration
{
    /// <summary>The order of a start-up that decorates what another module registers, whichever of them comes first.</summary>
    public const int StartupOrder = 10;

    /// <summary>Puts a service of ours before the one that is registered, of the same lifetime.</summary>
    public static void Decorate<TService, TDecorator>(this IServiceCollection services)
        where TService : class
        where TDecorator : TService
    {
        var inner = services.Last(service => service.ServiceType == typeof(TService));
        var create = ActivatorUtilities.CreateFactory<TDecorator>([typeof(TService)]);
        var createInner = inner switch
        {
            { ImplementationFactory: { } factory } => factory,
            { ImplementationInstance: { } instance } => _ => instance,
            _ => FactoryOf(inner.ImplementationType!),
        };
        services.Add(new ServiceDescriptor(typeof(TService), provider => create(provider, [createInner(provider)]), inner.Lifetime));
    }

    private static Func<IServiceProvider, object> FactoryOf(Type type)
    {
        var create = ActivatorUtilities.CreateFactory(type, []);
        return provider => create(provider, []);
    }
}
