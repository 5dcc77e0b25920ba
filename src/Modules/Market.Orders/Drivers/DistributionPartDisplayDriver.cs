using System.Globalization;
using Market.Orders.Models;
using Market.Orders.Sales;
using Market.Orders.ViewModels;
using Market.Payments;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Mvc.ModelBinding;

namespace Market.Orders.Drivers;

/// <summary>Edits a distribution, and says in the admin's list whether it is closed or to be closed.</summary>
public sealed class DistributionPartDisplayDriver(
    IMarketCalendar calendar,
    DistributionRules rules,
    IDistributionState state,
    IAuthorizationService authorization,
    IHttpContextAccessor http,
    IStringLocalizer<DistributionPartDisplayDriver> S) : ContentPartDisplayDriver<DistributionPart>
{
    private const string TimeFormat = "HH:mm";

    public override IDisplayResult Display(DistributionPart part, BuildPartDisplayContext context) =>
        Initialize<DistributionStateViewModel>("DistributionPart_SummaryAdmin", async model =>
        {
            model.DistributionId = part.ContentItem.ContentItemId;
            model.IsClosed = await state.FindAsync(model.DistributionId) is not null;
        })
        .Location(OrchardCoreConstants.DisplayType.SummaryAdmin, "Tags:20")
        .RenderWhen(async () => part.Date != default && part.Date <= await calendar.TodayAsync());

    public override IDisplayResult Edit(DistributionPart part, BuildPartEditorContext context) =>
        Initialize<DistributionPartViewModel>(GetEditorShapeType(context), async model =>
        {
            var mayChoose = part.ContentItem.Id != 0 && await authorization.AuthorizeAsync(http.HttpContext!.User, OrdersPermissions.ManageOrders);
            model.OnSaleId = mayChoose ? part.ContentItem.ContentItemId : null;
            model.Place = part.Place;
            model.Date = part.Date == default ? null : part.Date;
            model.IsPastDay = part.Date != default && part.Date < await calendar.TodayAsync();
            model.IsPastDayMeant = part.IsPastDayMeant;
            model.CollectFrom = Time(part.CollectFrom);
            model.CollectTo = Time(part.CollectTo);
            model.OpensLocal = await LocalAsync(part.OpensUtc);
            model.ClosesLocal = await LocalAsync(part.ClosesUtc);
        });

    public override async Task<IDisplayResult> UpdateAsync(DistributionPart part, UpdatePartEditorContext context)
    {
        var model = new DistributionPartViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);
        var before = part.Date;
        part.Place = model.Place?.Trim();
        part.Date = model.Date ?? part.Date;
        part.IsPastDayMeant = model.IsPastDayMeant;
        part.CollectFrom = model.CollectFrom?.ToString(TimeFormat, CultureInfo.InvariantCulture);
        part.CollectTo = model.CollectTo?.ToString(TimeFormat, CultureInfo.InvariantCulture);
        part.OpensUtc = await UtcAsync(model.OpensLocal, nameof(model.OpensLocal), context) ?? part.OpensUtc;
        part.ClosesUtc = await UtcAsync(model.ClosesLocal, nameof(model.ClosesLocal), context) ?? part.ClosesUtc;
        await CheckAsync(part, model, part.Date == before, context);
        return Edit(part, context);
    }

    private async Task CheckAsync(DistributionPart part, DistributionPartViewModel model, bool isKnownDay, UpdatePartEditorContext context)
    {
        var errors = context.Updater.ModelState;
        if (model.Date is null)
        {
            errors.AddModelError(Prefix, nameof(model.Date), S["Choose the day of the distribution."]);
        }

        foreach (var (property, sentence) in await rules.JudgeAsync(part, isKnownDay))
        {
            var field = property switch
            {
                nameof(part.OpensUtc) => nameof(model.OpensLocal),
                nameof(part.ClosesUtc) => nameof(model.ClosesLocal),
                _ => property,
            };
            if (errors.GetFieldValidationState($"{Prefix}.{field}") is not ModelValidationState.Invalid)
            {
                errors.AddModelError(Prefix, field, sentence);
            }
        }
    }

    private async Task<DateTime?> UtcAsync(DateTime? local, string field, UpdatePartEditorContext context)
    {
        if (local is not { } typed)
        {
            context.Updater.ModelState.AddModelError(Prefix, field, S["Choose a date and a time."]);
            return null;
        }

        if (await calendar.ToInstantAsync(typed) is { } instant)
        {
            return instant.UtcDateTime;
        }

        context.Updater.ModelState.AddModelError(Prefix, field, S["The clocks change at that time. Choose another hour."]);
        return null;
    }

    private async Task<DateTime?> LocalAsync(DateTime utc) =>
        utc == default ? null : await calendar.ToLocalAsync(DateTime.SpecifyKind(utc, DateTimeKind.Utc));

    private static TimeOnly? Time(string? text) =>
        TimeOnly.TryParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
