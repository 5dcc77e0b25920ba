using Market.Payments;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using OrchardCore.Localization;
using OrchardCore.Modules;
using OrchardCore.Notifications;

namespace Market.Desk.Alerts;

/// <summary>
/// Tells whoever chose it what happened since. What is told is noted in the commit of the notifications: each is made once, whichever
/// process dies. Mails go out after, and none twice.
/// </summary>
public sealed class AlertTeller(
    IEnumerable<IAlertSource> sources,
    AlertReaders readers,
    AlertStore store,
    AlertAddresses addresses,
    AlertMails mails,
    DeskRights rights,
    IUnitOfWork work,
    IClock clock,
    ILogger<AlertTeller> logger,
    IStringLocalizer<AlertTeller> S)
{
    // What happened longer ago is no news, also where the site was down.
    private static readonly TimeSpan News = TimeSpan.FromDays(14);

    public async Task TellAsync()
    {
        var all = await readers.ListAsync();
        foreach (var source in all.Count > 0 ? sources : [])
        {
            var mine = new List<AlertReader>();
            foreach (var reader in all.Where(one => one.Choice.Chosen.ContainsKey(source.Name)))
            {
                if (await rights.MayAsync(reader.Principal, source.Right))
                {
                    mine.Add(reader);
                }
            }

            try
            {
                await TellAsync(source, mine);
            }
            catch (Exception exception) when (!exception.IsFatal())
            {
                logger.LogError(exception, "Nobody could be told of {Source}.", source.Name);
            }
        }
    }

    private async Task TellAsync(IAlertSource source, List<AlertReader> mine)
    {
        if (mine.Count == 0)
        {
            return;
        }

        var now = new DateTimeOffset(clock.UtcNow, TimeSpan.Zero);
        var chosen = mine.Min(reader => reader.Choice.Chosen[source.Name]);
        var found = new Dictionary<string, IReadOnlyList<Alert>>(StringComparer.Ordinal);
        foreach (var culture in mine.Select(reader => reader.Culture).Distinct(StringComparer.Ordinal))
        {
            using var scope = CultureScope.Create(culture, ignoreSystemSettings: true);
            found[culture] = await source.FindAsync(chosen > now - News ? chosen : now - News);
        }

        var keys = found.Values.SelectMany(alerts => alerts).Select(alert => alert.Key).ToHashSet(StringComparer.Ordinal);
        var told = await store.ToldAsync(source.Name, keys);
        var messages = mine.Select(reader => (Reader: reader, Alerts: New(found[reader.Culture], reader.Choice.Chosen[source.Name], told))).Where(message => message.Alerts.Count > 0).ToList();
        if (keys.Count == told.Count && !source.TellsStates)
        {
            return;
        }

        await work.RunAsync(
            async services =>
            {
                var mineStore = services.GetRequiredService<AlertStore>();
                if (source.TellsStates)
                {
                    await mineStore.ForgetAsync(source.Name, keys);
                }

                await mineStore.KeepToldAsync(source.Name, keys.Except(told), now);
                var notifications = services.GetRequiredService<INotificationService>();
                foreach (var (reader, alerts) in messages)
                {
                    await notifications.SendAsync(reader.User, Message(source, reader, alerts, addresses.Path));
                }

                return true;
            },
            _ => true);
        var address = await addresses.ForMailAsync();
        foreach (var (reader, alerts) in messages.Where(message => message.Reader.Choice.ByMail))
        {
            await mails.SendAsync(reader.User.Email, Message(source, reader, alerts, address));
        }
    }

    private static List<Alert> New(IEnumerable<Alert> found, DateTimeOffset since, IReadOnlySet<string> told) =>
        [.. found.Where(alert => alert.At >= since && !told.Contains(alert.Key))];

    private AlertMessage Message(IAlertSource source, AlertReader reader, List<Alert> alerts, Func<Alert, string> address)
    {
        using var scope = CultureScope.Create(reader.Culture, ignoreSystemSettings: true);
        return new AlertMessage(source.Label, alerts, S["{0} in all: the page lists them.", alerts.Count], address);
    }
}
