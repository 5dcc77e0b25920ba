using System.Diagnostics.CodeAnalysis;
using MarketSite.Web.Demonstration;

namespace MarketSite.Web;

/// <summary>
/// The passwords the site sets itself up with, its name and its administrator's mail address. Development and a demonstration have defaults, so
/// that a fresh checkout runs at once; a real market has none, and the site says what to set instead of starting.
/// </summary>
public sealed class Logins
{
    public const string AdministratorVariable = "MARKET_ADMIN_PASSWORD";

    public const string MailVariable = "MARKET_ADMIN_EMAIL";

    public const string DemonstrationVariable = "MARKET_DEMO_PASSWORD";

    private const string DevelopmentPassword = "MarketDay-1!";

    private const string Tenant = "OrchardCore:OrchardCore_AutoSetup:Tenants:0:";

    private const string SetupPasswordKey = Tenant + "AdminPassword";

    private const string SetupMailKey = Tenant + "AdminEmail";

    private const string SetupNameKey = Tenant + "SiteName";

    /// <summary>What a market is called until it says its name.</summary>
    internal const string UnnamedMarket = "Market";

    private Logins(string? demonstrationPassword, int pastDistributions) => (DemonstrationPassword, PastDistributions) = (demonstrationPassword, pastDistributions);

    /// <summary>The password of the demonstration's members, or null where the site is set up without a demonstration.</summary>
    public string? DemonstrationPassword { get; }

    /// <summary>How many distributions are made up before those that the demonstration tells; none outside Development.</summary>
    public int PastDistributions { get; }

    public static bool TryPrepare(
        ConfigurationManager configuration,
        IHostEnvironment environment,
        [NotNullWhen(true)] out Logins? logins,
        [NotNullWhen(false)] out string? whatToSet)
    {
        var fallback = environment.IsDevelopment() ? DevelopmentPassword : null;
        var demonstration = configuration[DemonstrationVariable] ?? fallback;
        var administrator = configuration[SetupPasswordKey] ?? configuration[AdministratorVariable] ?? demonstration;
        var mail = configuration[SetupMailKey] ?? configuration[MailVariable] ?? (demonstration is null ? null : DemonstrationDetails.AdministratorMail);
        logins = null;
        whatToSet = null;
        if ((administrator is null || mail is null) && !IsSetUp(environment))
        {
            whatToSet = $"""
                This market is not set up yet and outside the Development environment no password has a default.
                Set {AdministratorVariable} to the administrator's first password (it has at least 6 characters, with a capital,
                a small letter, a digit and a sign) and {MailVariable} to the mail address that it can be reset by,
                or {DemonstrationVariable} for a demonstration market, and start again.
                """;
            return false;
        }

        logins = new Logins(
            configuration.GetValue<bool>("Market:Demonstration") || configuration[DemonstrationVariable] is not null ? demonstration : null,
            environment.IsDevelopment() ? configuration.GetValue<int>("Market:PastDistributions") : 0);
        configuration[SetupPasswordKey] = administrator;
        configuration[SetupMailKey] = mail;
        configuration[SetupNameKey] ??= logins.DemonstrationPassword is null ? UnnamedMarket : DemonstrationDetails.Name;
        return true;
    }

    /// <summary>Prints where the site is and, for a demonstration in Development, who may sign in.</summary>
    public void Announce(IEnumerable<string> addresses)
    {
        Console.WriteLine($"The market is at {string.Join(" and ", addresses)}. The first request sets it up; that takes a moment.");
        if (DemonstrationPassword == DevelopmentPassword)
        {
            Console.WriteLine($"Sign in as admin, coordinator, volunteer or member, password {DemonstrationPassword}");
        }
        else if (DemonstrationPassword is not null)
        {
            Console.WriteLine($"Sign in as admin, coordinator, volunteer or member, with the password of {DemonstrationVariable}.");
        }
    }

    // Orchard lists its tenants here once the first one is set up.
    private static bool IsSetUp(IHostEnvironment environment)
    {
        var data = Environment.GetEnvironmentVariable("ORCHARD_APP_DATA") ?? "App_Data";
        return File.Exists(Path.Combine(environment.ContentRootPath, data, "tenants.json"));
    }
}
