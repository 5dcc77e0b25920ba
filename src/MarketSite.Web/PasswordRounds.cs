using Microsoft.AspNetCore.Identity;
using OrchardCore.Users;

namespace MarketSite.Web;

/// <summary>How much work a password costs whoever would guess it from a stolen database.</summary>
public sealed class PasswordRounds(IHostEnvironment environment) : OrchardCore.Modules.StartupBase
{
    // OWASP's figure for PBKDF2 with HMAC-SHA512. What was kept with fewer rounds is kept anew when its owner signs in.
    private const int Rounds = 210_000;

    // The demonstration's password stands in the README.
    private const int RoundsInDevelopment = 1_000;

    public override void ConfigureServices(IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = environment.IsDevelopment() ? RoundsInDevelopment : Rounds);
        services.AddScoped<PasswordHasher<IUser>>();
        services.AddScoped<IPasswordHasher<IUser>>(request => new VerifiedOnce(request.GetRequiredService<PasswordHasher<IUser>>()));
    }
}
