using Microsoft.Extensions.Options;
using OrchardCore.AuditTrail.Services.Models;

namespace Market.Payments.AuditTrail;

public sealed class BooksEvents : IConfigureOptions<AuditTrailOptions>
{
    public const string Category = "ClientAccounts";

    public const string Posted = nameof(Posted);

    public const string Corrected = nameof(Corrected);

    public const string Pending = nameof(Pending);

    public const string Closed = nameof(Closed);

    public const string Archived = nameof(Archived);

    public const string FeesCharged = nameof(FeesCharged);

    public const string LinksRevoked = nameof(LinksRevoked);

    public const string SettingsChanged = nameof(SettingsChanged);

    public const string Invited = nameof(Invited);

    public const string ClientChanged = nameof(ClientChanged);

    public void Configure(AuditTrailOptions options) => options
        .For<BooksEvents>(Category, S => S["Client accounts"])
        .WithEvent(Posted, S => S["Payment or refund"], S => S["A payment or a refund was recorded."], true)
        .WithEvent(Corrected, S => S["Correction"], S => S["An account was adjusted or an operation reversed."], true)
        .WithEvent(Pending, S => S["Pending payment"], S => S["A payment was announced, received or cancelled."], true)
        .WithEvent(Closed, S => S["Closing"], S => S["A period was closed."], true)
        .WithEvent(Archived, S => S["Archive"], S => S["A year was archived."], true)
        .WithEvent(ClientChanged, S => S["Client changed"], S => S["The login, the lowest balance or the status of a client account was changed."], true)
        .WithEvent(Invited, S => S["Invitation"], S => S["Somebody was invited to a household or to the market, or the invitation was withdrawn."], true)
        .WithEvent(FeesCharged, S => S["Fees and corrections"], S => S["A fee or a correction of many accounts was posted, proposed, decided or undone."], true)
        .WithEvent(LinksRevoked, S => S["Payment links revoked"], S => S["The payment links of an account were revoked."], true)
        .WithEvent(SettingsChanged, S => S["Settings"], S => S["Settings of payments, accounting, reminders or online card were changed."], enableByDefault: true, isMandatory: true);
}
