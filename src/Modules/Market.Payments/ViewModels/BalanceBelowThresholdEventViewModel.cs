using System.ComponentModel.DataAnnotations;

namespace Market.Payments.ViewModels;

public class BalanceBelowThresholdEventViewModel
{
    [Required]
    public string Threshold { get; set; } = string.Empty;
}
