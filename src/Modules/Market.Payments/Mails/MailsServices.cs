using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Mails;

internal static class MailsServices
{
    public static IServiceCollection AddMails(this IServiceCollection services)
    {
        services.AddScoped<IMailChoices, MailChoices>();
        services.AddScoped<MailWishes>();
        services.AddScoped<IAccountReaders, AccountReaders>();
        services.AddScoped<MemberMail>();
        services.AddScoped<IMailKind, SignInMails>();
        return services;
    }
}
