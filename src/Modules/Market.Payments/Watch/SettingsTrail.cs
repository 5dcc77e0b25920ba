using System.Security.Claims;
using System.Text.Json.Nodes;
using Market.Payments.AuditTrail;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace Market.Payments.Watch;

/// <summary>
/// Keeps what this request changes of the watched settings in the audit trail, in its own transaction, and has the administrators told of
/// what concerns them. What the site is set up with is no change.
/// </summary>
public sealed class SettingsTrail(
    IEnumerable<IWatchedSettings> watched,
    IServiceProvider services,
    IHttpContextAccessor http,
    ShellSettings shell,
    IClock clock)
{
    private const string None = "–";

    private Dictionary<string, JsonNode?>? _before;

    /// <summary>Remembers the settings as they were before this request changes them.</summary>
    public void Remember(ISite site) => _before ??= Copy(site);

    public async Task RecordAsync(ISite site)
    {
        var (before, after) = (_before!, Copy(site));
        _before = after;
        if (shell.IsInitializing())
        {
            return;
        }

        foreach (var settings in watched)
        {
            var changes = SettingsDiff.Between(before[settings.Section], after[settings.Section]);
            if (changes.Count > 0)
            {
                await RecordAsync(settings, changes);
                Tell(settings, changes);
            }
        }
    }

    private async Task RecordAsync(IWatchedSettings settings, IReadOnlyList<FieldChange> changes)
    {
        var change = new MarketChange(
            BooksEvents.Category,
            BooksEvents.SettingsChanged,
            settings.Section,
            settings.Section,
            string.Join('\n', changes.Select(one => settings.Secrets.Contains(one.Field)
                ? $"{one.Path}: {Hidden(one.Before)} → {Hidden(one.After)}"
                : $"{one.Path}: {one.Before ?? None} → {one.After ?? None}")),
            User?.FindFirstValue(ClaimTypes.NameIdentifier));
        foreach (var trail in services.GetServices<IMarketAudit>())
        {
            await trail.RecordAsync(change);
        }
    }

    private void Tell(IWatchedSettings settings, IReadOnlyList<FieldChange> changes)
    {
        if (changes.Where(change => settings.Told.ContainsKey(change.Field)).ToList() is { Count: > 0 } told)
        {
            var notice = new SettingsNotice(settings.Section, told, User?.Identity?.Name, new DateTimeOffset(clock.UtcNow, TimeSpan.Zero));
            ShellScope.AddDeferredTask(scope => scope.ServiceProvider.GetService<AdministratorsMail>()?.SendAsync(notice) ?? Task.CompletedTask);
        }
    }

    private static string Hidden(string? secret) => secret is null ? None : "•••";

    private ClaimsPrincipal? User => http.HttpContext?.User;

    private Dictionary<string, JsonNode?> Copy(ISite site) =>
        watched.ToDictionary(settings => settings.Section, settings => site.Properties[settings.Section]?.DeepClone(), StringComparer.Ordinal);
}
