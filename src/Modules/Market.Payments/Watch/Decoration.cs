using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Watch;

internal static class Decoration
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
        services.Add(new ServiceDescriptor(
            typeof(TService),
            provider => create(provider, [inner.ImplementationFactory?.Invoke(provider) ?? inner.ImplementationInstance ?? ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!)]),
            inner.Lifetime));
    }
}
