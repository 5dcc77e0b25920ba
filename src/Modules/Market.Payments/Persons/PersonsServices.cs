using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Persons;

internal static class PersonsServices
{
    public static IServiceCollection AddPersons(this IServiceCollection services)
    {
        services.AddScoped<IPersonalData, ClientData>();
        services.AddScoped<IPersonalData, LoginData>();
        services.AddScoped<IPersonalData, OperationData>();
        services.AddScoped<IPersonalData, AnnouncedData>();
        services.AddScoped<PersonalFile>();
        services.AddScoped<RoleSight>();
        return services;
    }
}
