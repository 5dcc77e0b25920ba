using Market.Ledger.Journals;
using Market.Ledger.Methods;
using Market.Payments.Journals;
using Market.Payments.Models;
using Market.Payments.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Entities;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Mvc.ModelBinding;
using OrchardCore.Settings;

namespace Market.Payments.Drivers;

public sealed class AccountingSettingsDisplayDriver(
    IHttpContextAccessor http,
    IAuthorizationService authorization,
    IEnumerable<IPaymentMethod> methods,
    IStringLocalizer<AccountingSettingsDisplayDriver> S) : SiteDisplayDriver<AccountingSettings>
{
    protected override string SettingsGroupId => PaymentsSettings.GroupId;

    public override IDisplayResult Edit(ISite site, AccountingSettings settings, BuildEditorContext context) =>
        Initialize<AccountingSettingsViewModel>("AccountingSettings_Edit", model =>
        {
            model.Siren = settings.Siren;
            model.Numbers = settings.Numbers.ToDictionary(number => number.Key, string? (number) => number.Value, StringComparer.Ordinal);
            model.Accounts = Accounts();
        })
        .Location("Content:5")
        .RenderWhen(MayManageAsync)
        .OnGroup(SettingsGroupId);

    public override async Task<IDisplayResult> UpdateAsync(ISite site, AccountingSettings settings, UpdateEditorContext context)
    {
        if (!await MayManageAsync())
        {
            return null!;
        }

        var model = new AccountingSettingsViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);
        settings.Siren = string.IsNullOrWhiteSpace(model.Siren) ? null : model.Siren.Trim();
        if (settings.Siren is not null && !Siren.TryParse(settings.Siren, out _))
        {
            context.Updater.ModelState.AddModelError(Prefix, nameof(model.Siren), S["This SIREN is not valid: it has nine digits, the last one a check."]);
        }

        settings.Numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, label, _) in Accounts())
        {
            if (model.Numbers.GetValueOrDefault(name)?.Trim() is not { Length: > 0 } number)
            {
                continue;
            }

            settings.Numbers[name] = number;
            if (!BookAccount.IsNumber(number))
            {
                context.Updater.ModelState.AddModelError(Prefix, $"{nameof(model.Numbers)}[{name}]", S["{0} is no account number for {1}: it begins with three digits.", number, label]);
            }
        }

        return Edit(site, settings, context);
    }

    private Task<bool> MayManageAsync() =>
        authorization.AuthorizeAsync(http.HttpContext!.User, PaymentsPermissions.ManagePaymentSettings);

    private List<(string Name, string Label, string Usual)> Accounts()
    {
        var usual = new ChartOfAccounts();
        return
        [
            .. ChartReader.Names.Select(account => (account.Name, account.Get(usual).Label, account.Get(usual).Number)),
            .. methods.Select(method => (method.Name, method.Label, usual.ForMethod(method.Name).Received.Number)),
        ];
    }
}
