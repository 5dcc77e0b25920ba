using System.Globalization;
using Market.Orders.Models;
using Market.Orders.ViewModels;
using Market.Payments;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Mvc.ModelBinding;

namespace Market.Orders.Drivers;

/// <summary>Edits a distribution.</summary>
public sealed class DistributionPartDisplayDriver(
    IMarketCalendar calendar,
    IStringLocalizer<DistributionPartDisplayDriver> S) : ContentPartDisplayDriver<DistributionPart>
{
    private const string TimeFormat = "HH:mm";

    public override IDisplayResult Edit(DistributionPart part, BuildPartEditorContext context) =>
        Initialize<DistributionPartViewModel>(GetEditorShapeType(context), async model =>
        {
            model.Place = part.Place;
            model.Date = part.Date == default ? null : part.Date;
            model.CollectFrom = Time(part.CollectFrom);
            model.CollectTo = Time(part.CollectTo);
            model.OpensLocal = await LocalAsync(part.OpensUtc);
            model.ClosesLocal = await LocalAsync(part.ClosesUtc);
        });

    public override async Task<IDisplayResult> UpdateAsync(DistributionPart part, UpdatePartEditorContext context)
    {
        var model = new DistributionPartViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);
        part.Place = model.Place?.Trim();
        part.Date = model.Date ?? part.Date;
        part.CollectFrom = model.CollectFrom?.ToString(TimeFormat, CultureInfo.InvariantCulture);
        part.CollectTo = model.CollectTo?.ToString(TimeFormat, CultureInfo.InvariantCulture);
        part.OpensUtc = await UtcAsync(model.OpensLocal, nameof(model.OpensLocal), context) ?? part.OpensUtc;
        part.ClosesUtc = await UtcAsync(model.ClosesLocal, nameof(model.ClosesLocal), context) ?? part.ClosesUtc;
        Check(part, model, context);
        return Edit(part, context);
    }

    private void Check(DistributionPart part, DistributionPartViewModel model, UpdatePartEditorContext context)
    {
        var errors = context.Updater.ModelState;
        if (string.IsNullOrEmpty(part.Place))
        {
            errors.AddModelError(Prefix, nameof(model.Place), S["Say where the distribution takes place."]);
        }

        if (model.Date is null)
        {
            errors.AddModelError(Prefix, nameof(model.Date), S["Choose the day of the distribution."]);
        }

        if (model.CollectFrom >= model.CollectTo)
        {
            errors.AddModelError(Prefix, nameof(model.CollectTo), S["The collection must end after it starts."]);
        }

        if (part.OpensUtc >= part.ClosesUtc && errors.IsValid)
        {
            errors.AddModelError(Prefix, nameof(model.ClosesLocal), S["Orders must close after they open."]);
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
