using Microsoft.Extensions.DependencyInjection;

namespace Market.Orders.TypeIn;

internal static class TypeInServices
{
    public static IServiceCollection AddTypeIn(this IServiceCollection services) => services.AddScoped<TypeInPages>();
}
